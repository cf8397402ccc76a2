/**
 * `npm run bench:browser`: Doorstep beside plain HTML, Lit and its peers, in a real Chromium on a slow phone. `--quick`
 * loads each page twice, `--loads 9` so often; `--only doorstep,plain` takes some; `--no-report` only prints.
 * Ends with 1 where a budget is missed.
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toBudget } from './browser/budgets.ts';
import { buildPeer, type PageFile } from './browser/build-peer.ts';
import { checkBehaviour } from './browser/check-behaviour.ts';
import { CONTESTANTS, type Contestant, DOORSTEP, EMPTY, LOADERS, PLAIN } from './browser/contestants.ts';
import { FORM_COUNTS, measureGrowth } from './browser/growth.ts';
import { launchOffline } from './browser/launch.ts';
import { installPeers, peerVersions } from './browser/peers-folder.ts';
import { toBehaviourTable, toBudgetTable, toFigureTable, toGrowthTables, toTypingTable } from './browser/report.ts';
import { type Result, toSummary } from './browser/results.ts';
import { toOrder } from './browser/rounds.ts';
import { serveBench } from './browser/serve.ts';
import { timeLoad } from './browser/time-load.ts';
import { timeTyping } from './browser/time-typing.ts';
import { toBrotli } from './browser/weigh.ts';
import { weighPage } from './browser/weigh-page.ts';
import { keepFigures, writeFigures, writePicture } from './support/figures-page.ts';
import { median } from './support/median.ts';
import { drawBars } from './support/plot.ts';
import { Progress } from './support/progress.ts';
import { FIELD_COUNTS } from './worker/browser-sites.ts';

const { values } = parseArgs({
	options: {
		loads: { type: 'string' },
		quick: { type: 'boolean', default: false },
		only: { type: 'string' },
		'no-report': { type: 'boolean', default: false },
	},
});
const loads = Number(values.loads ?? (values.quick ? 2 : 7));
/** Rounds of filling in, and loads of each size of growth. */
const few = Math.min(3, loads);
const wanted = values.only?.split(',');
const contestants = CONTESTANTS.filter(
	({ id, kind }) => !wanted || wanted.includes(id) || kind === 'ours' || id === EMPTY.id || id === PLAIN.id,
);
const forms = contestants.filter(({ job }) => job === 'form');

const folder = installPeers();
const files = new Map<Contestant, PageFile[]>();
for (const contestant of contestants) files.set(contestant, await buildPeer(contestant, folder));
const bench = await serveBench(files);
const browser = await launchOffline();
const results = new Map<Contestant, Result>(
	contestants.map((contestant) => [
		contestant,
		{ contestant, weight: undefined, loads: [], typings: [], behaviour: undefined, faults: [] },
	]),
);

/** Seconds that one load, one filling in and one check of behaviour take on two quiet cores, about. */
const SECONDS = { load: 4, typing: 7, behaviour: 16 } as const;
const growthLoads = (FORM_COUNTS.length + FIELD_COUNTS.length) * few;
const seconds =
	(contestants.length * loads + growthLoads) * SECONDS.load +
	forms.length * (few * SECONDS.typing + SECONDS.behaviour) +
	30;
const total = contestants.length * (2 + loads) + forms.length * few + growthLoads;
const progress = new Progress('browser', total, `${Math.ceil(seconds / 60)} min`);
let done = 0;

/** Does one thing for a contestant; what fails is told in the tables, and the others go on. */
async function attempt(contestant: Contestant, what: string, act: (result: Result) => Promise<void>): Promise<void> {
	const result = results.get(contestant) as Result;
	try {
		await act(result);
	} catch (error) {
		result.faults.push(`${what}: ${(error as Error).message.split('\n')[0]}`);
	}
	progress.at(++done, `${what}, ${contestant.label}, load ${loadavg()[0]?.toFixed(1)}`);
}

try {
	for (const one of contestants) {
		await attempt(one, 'weight', async (result) => {
			result.weight = await weighPage(browser, bench, one);
		});
		await attempt(one, 'behaviour', async (result) => {
			result.behaviour = await checkBehaviour(browser, bench, one);
		});
	}
	// Warms the browser up; not counted.
	await timeLoad(browser, bench, EMPTY);
	for (let round = 0; round < loads; round++) {
		for (const one of toOrder(contestants, round)) {
			await attempt(one, `load ${round + 1} of ${loads}`, async (result) => {
				result.loads.push(await timeLoad(browser, bench, one));
			});
		}
	}
	for (let round = 0; round < few; round++) {
		for (const one of toOrder(forms, round)) {
			await attempt(one, `typing ${round + 1} of ${few}`, async (result) => {
				result.typings.push(await timeTyping(browser, bench, one));
			});
		}
	}
	const empty = results.get(EMPTY) as Result;
	const growth = await measureGrowth(
		browser,
		bench,
		few,
		{
			blockedMs: median(empty.loads.map(({ blockedMs }) => blockedMs)),
			heap: median(empty.loads.map(({ heap }) => heap)),
		},
		() => progress.at(++done, 'growth'),
	);
	const all = [...results.values()];
	const summaries = all.filter(({ contestant }) => contestant !== EMPTY).map((result) => toSummary(result, empty));
	const find = (wanted: Contestant) => summaries.find(({ id }) => id === wanted.id) as (typeof summaries)[number];
	const ours = results.get(DOORSTEP) as Result;
	const budget = toBudget(find(DOORSTEP), find(PLAIN), ours.behaviour);
	const loaders = LOADERS.map(({ label, files: names }) => ({
		label,
		bytes: names.reduce((sum, name) => sum + toBrotli(readFileSync(join(folder, 'node_modules', name))).length, 0),
	}));
	const faults = all.flatMap(({ contestant, faults: own }) => own.map((fault) => `- ${contestant.label}, ${fault}`));
	const bars = (
		title: string,
		unit: string,
		toValue: (one: (typeof summaries)[number]) => number,
		more: object[] = [],
	) =>
		drawBars(title, unit, [
			...summaries
				.filter((one) => forms.some(({ id }) => id === one.id))
				.map((one) => ({ label: one.label, value: toValue(one), tone: one.kind })),
			...(more as Parameters<typeof drawBars>[2]),
		]);
	const pictures = values['no-report']
		? []
		: [
				writePicture(
					'bytes',
					'What a page loads before anyone can type',
					bars(
						'What a page loads before anyone can type',
						'KB',
						({ firstBytes }) => firstBytes / 1024,
						loaders.map(({ label, bytes }) => ({ label, value: bytes / 1024, tone: 'peer' })),
					),
				),
				writePicture(
					'first-key',
					'When the first key lands, on a slow phone',
					bars('When the first key lands, on a slow phone', 'ms', ({ firstKeyAt }) => firstKeyAt),
				),
			];
	const parts = [
		`Chromium ${browser.version()}, medians of ${loads} cold loads, interleaved; filling in, and growth, of ${few}.`,
		toBudgetTable(budget),
		...pictures,
		toFigureTable(summaries, loaders),
		'How long the slowest interaction of each moment took until the next paint (16 is the least that the browser tells):',
		toTypingTable(summaries),
		toBehaviourTable(all),
		'More forms on one page, more fields in one form, and the steps of a long one:',
		...toGrowthTables(growth),
		...(faults.length > 0 ? [`Not measured:\n\n${faults.join('\n')}`] : []),
		`Peers: ${peerVersions()
			.map((version) => `\`${version}\``)
			.join(', ')}.`,
	];
	if (values['no-report']) console.log(parts.join('\n\n'));
	else {
		keepFigures('browser', { summaries, growth });
		writeFigures('performance.md', 'browser', 'npm run bench:browser', ...parts);
	}
	for (const { what, budget: allowed, measured } of budget.filter(({ met }) => !met)) {
		console.error(`MISSED: ${what}: ${measured} (allowed: ${allowed})`);
		process.exitCode = 1;
	}
} finally {
	await browser.close();
	await bench.close();
}
