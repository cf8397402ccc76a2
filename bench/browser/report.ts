import { type Row, toTable } from '../support/report.ts';
import type { BudgetLine } from './budgets.ts';
import type { Behaviour } from './check-behaviour.ts';
import type { Growth } from './growth.ts';
import type { Result, Summary } from './results.ts';
import { MOMENTS, type Typing } from './time-typing.ts';

const KB = 1024;
const rounded = (value: number, digits = 0): number | string =>
	Number.isFinite(value) ? Number(value.toFixed(digits)) : '–';

/** Doorstep against its budgets. */
export function toBudgetTable(lines: readonly BudgetLine[]): string {
	return toTable(
		['budget', 'allowed', 'measured', ''],
		lines.map(({ what, budget, measured, met }): Row => [what, budget, measured, met ? 'met' : '**missed**']),
	);
}

/** Everyone side by side, in numbers. */
export function toFigureTable(
	summaries: readonly Summary[],
	loaders: readonly { label: string; bytes: number }[],
): string {
	const head = [
		'',
		'first response, KB',
		'all until sent, KB',
		'first key, ms',
		'visible after paint, ms',
		'blocked, ms',
		'layout shift',
		'slowest interaction, ms',
		'heap untouched, MB',
		'heap typed into, MB',
		'nodes',
		'requests at first',
		'to send',
		'preflights',
	];
	return toTable(head, [
		...summaries.map(
			(one): Row => [
				one.kind === 'ours' ? `**${one.label}**` : one.label,
				rounded(one.firstBytes / KB, 2),
				rounded(one.allBytes / KB, 2),
				rounded(one.firstKeyAt),
				rounded(one.visibleAfterPaint),
				rounded(one.blockedMs),
				rounded(one.layoutShift, 3),
				rounded(one.slowestMs),
				rounded(one.heapMb, 2),
				rounded(one.touchedHeapMb, 2),
				rounded(one.nodes),
				rounded(one.requests),
				rounded(one.sends),
				rounded(one.preflights),
			],
		),
		...loaders.map(({ label, bytes }): Row => [label, rounded(bytes / KB, 2), ...Array(12).fill('–')]),
	]);
}

/** The slowest interaction of each moment of filling in. */
export function toTypingTable(summaries: readonly Summary[]): string {
	const own = summaries.filter(({ typing }) => Object.keys(typing).length > 0);
	return toTable(
		['ms to the next paint', ...MOMENTS],
		own.map(({ label, typing }): Row => [label, ...MOMENTS.map((name) => rounded(typing[name] ?? Number.NaN))]),
	);
}

/** Everyone side by side, in what goes right and wrong. */
export function toBehaviourTable(results: readonly Result[]): string {
	const head = [
		'',
		'good lead arrives',
		'“call me” refused',
		'+1 555 0100 refused',
		'leads of three clicks',
		'errors announced',
		'errors focused',
		'axe: at first, with errors',
		'strict CSP: violations',
		'Trusted Types: violations',
		'fields a hostile page breaks',
		'host styles changed',
		'new globals',
		'fresh mount point',
		'tag pasted twice',
	];
	const yes = (value: boolean | undefined) => (value === undefined ? '–' : value ? 'yes' : 'no');
	const policy = (one: Behaviour['strict']) => (!one ? '–' : one.shows ? `${one.violations}` : 'no form');
	const own = results.filter(({ behaviour }) => behaviour);
	return toTable(
		head,
		own.map(({ contestant, behaviour: of = {} }): Row => {
			const isForm = contestant.job === 'form';
			const twice = !of.twice
				? '–'
				: of.twice.errors > 0
					? 'throws'
					: isForm && of.twice.fields > 4
						? 'two forms'
						: 'one form';
			return [
				contestant.kind === 'ours' ? `**${contestant.label}**` : contestant.label,
				isForm ? yes(of.goodLead === 1) : '–',
				yes(of.refusesWords),
				yes(of.refusesShort),
				of.threeClicks === undefined ? '–' : `${of.threeClicks}`,
				yes(of.announced),
				yes(of.focused),
				of.axe?.join(', ') ?? '–',
				policy(of.strict),
				policy(of.typed),
				of.broken === undefined ? '–' : `${of.broken} of 4`,
				of.hostChanges === undefined ? '–' : `${of.hostChanges}`,
				of.globals === undefined ? '–' : `${of.globals}`,
				yes(of.remounts),
				isForm ? twice : twice === 'throws' ? twice : '–',
			];
		}),
	);
}

/** What more forms on a page and more fields in a form cost. */
export function toGrowthTables({ forms, fields, steps }: Growth): string[] {
	const head = ['', 'first response, KB', 'first key, ms', 'blocked, ms', 'heap over the page alone, MB', 'nodes'];
	const row = (label: string, one: Growth['forms'][number]): Row => [
		label,
		rounded(one.firstBytes / KB, 2),
		rounded(one.firstKeyAt),
		rounded(one.blockedMs),
		rounded(one.heapMb, 2),
		rounded(one.nodes),
	];
	return [
		toTable(
			head,
			forms.map((one) => row(`${one.count} ${one.count === 1 ? 'form' : 'forms'} on a page`, one)),
		),
		toTable(
			head,
			fields.map((one) => row(`${one.count} fields in one form`, one)),
		),
		toTable(['a form of 40 fields in steps', 'ms to the next paint'], toStepRows(steps)),
	];
}

function toStepRows(steps: Typing): Row[] {
	return Object.entries(steps).map(([name, ms]): Row => [`to ${name}`, rounded(ms)]);
}
