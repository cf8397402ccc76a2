import type { Behaviour } from './check-behaviour.ts';
import type { Summary } from './results.ts';

/** What one part of the promise to embedders came to. */
export interface BudgetLine {
	what: string;
	budget: string;
	measured: string;
	met: boolean;
}

const KB = 1024;

/** Compares Doorstep's figures with its budgets. `plain` is the plain HTML form of the same run. */
export function toBudget(ours: Summary, plain: Summary, behaviour: Behaviour | undefined): BudgetLine[] {
	const line = (what: string, value: number, most: number, unit: string, digits = 0): BudgetLine => ({
		what,
		budget: `≤ ${most} ${unit}`.trim(),
		measured: `${value.toFixed(digits)} ${unit}`.trim(),
		met: value <= most,
	});
	return [
		line('first response, brotli', ours.firstBytes / KB, 10, 'KB', 2),
		line('requests before the visitor interacts', ours.requests, 1, ''),
		line('requests that send a lead, preflights counted', ours.sends + ours.preflights, 1, ''),
		line('first key lands, after the plain form’s', ours.firstKeyAt - plain.firstKeyAt, 30, 'ms'),
		line('visible after the page’s first paint', ours.visibleAfterPaint, 150, 'ms'),
		line('blocked, over the page alone', ours.blockedMs, 75, 'ms'),
		line('layout shift', ours.layoutShift, 0, '', 3),
		line('slowest interaction to next paint', ours.slowestMs, 50, 'ms'),
		line('DOM nodes, the page’s included', ours.nodes, 230, ''),
		line('script heap over the page alone, untouched', ours.heapMb, 0.35, 'MB', 2),
		line('the same with the first key typed', ours.touchedHeapMb, 0.35, 'MB', 2),
		{
			what: 'behaviour checks',
			budget: 'all green',
			measured: behaviour ? toFaults(behaviour).join('; ') || 'all green' : 'not run',
			met: behaviour !== undefined && toFaults(behaviour).length === 0,
		},
	];
}

/** Globals that Lit itself leaves: the versions of its three packages, and the styles of old browsers. */
const LIT_GLOBALS = 4;

/** What is not as it should be. */
export function toFaults(of: Behaviour): string[] {
	const checks: [boolean, string][] = [
		[of.goodLead === 1, `a good lead arrived ${of.goodLead ?? 0} times`],
		[of.refusesWords === true, '“call me” taken as a phone number'],
		[of.refusesShort === true, '+1 555 0100 taken as a phone number'],
		[of.threeClicks === 1, `three clicks sent ${of.threeClicks ?? 0} leads`],
		[(of.marked ?? 0) > 0 && of.announced === true, 'errors not announced'],
		[of.focused === true, 'errors not focused'],
		[of.axe?.every((count) => count === 0) === true, `axe finds ${of.axe?.join(' and ')}`],
		[of.strict?.shows === true && of.strict.violations === 0, 'breaks under a strict CSP'],
		[of.typed?.shows === true && of.typed.violations === 0, 'breaks under Trusted Types'],
		[of.broken === 0, `a hostile page breaks ${of.broken} fields`],
		[of.hostChanges === 0, `changes ${of.hostChanges} styles of the page`],
		[(of.globals ?? 0) <= LIT_GLOBALS, `${of.globals} new globals`],
		[of.remounts === true, 'does not come up in a fresh mount point'],
		[of.twice?.errors === 0 && of.twice.fields === 4, 'the tag pasted twice fails'],
	];
	return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
}
