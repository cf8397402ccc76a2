/**
 * Leads are posted without pause while workerd is killed at random moments. `node bench/kill.ts [--leads 5000]
 * [--kills 50] [--seed 1] [--control] [--no-report]`. Ends with 1 when a promise is broken; with `--control`, when the
 * control loses nothing.
 */
import { parseArgs } from 'node:util';
import { type KillResult, runKill } from './kill/run.ts';
import type { Tally } from './kill/tally.ts';
import { Progress } from './support/progress.ts';
import { type Row, toTable, writeReport } from './support/report.ts';

const { values } = parseArgs({
	options: {
		leads: { type: 'string', default: '5000' },
		kills: { type: 'string', default: '50' },
		seed: { type: 'string', default: '1' },
		control: { type: 'boolean', default: false },
		'no-report': { type: 'boolean', default: false },
	},
});
const { control } = values;
const leads = Number(values.leads);
const kills = Number(values.kills);
const seed = Number(values.seed);

/** Where "once" has a bound rather than being a fact, and why. */
const BOUNDS: Record<string, string> = {
	'maxwork-lead': 'sent again after an unknown outcome; nothing joins the two',
	propexo: 'parked after an unknown outcome; never sent twice',
};

const progress = new Progress(
	control ? 'kill, control' : 'kill',
	leads,
	`${Math.ceil((leads / 30 + kills) / 60)} to ${Math.ceil((leads / 10 + kills * 2) / 60)} min`,
);
const result = await runKill({
	leads,
	kills,
	seed,
	control,
	onProgress: (acknowledged, killed) => progress.at(acknowledged, `${killed} kills`),
});

const table = toTable(
	[
		'vendor',
		'acknowledged',
		'at the vendor',
		'lost',
		'doubled',
		'parked',
		'parked, but there',
		'times sent',
		'vendor calls',
	],
	result.tallies.map(
		(one): Row => [
			one.vendor,
			one.acknowledged,
			one.arrived,
			one.lost,
			one.doubled,
			one.parked,
			one.parkedThere,
			one.sends,
			one.calls,
		],
	),
);
const faults = control ? checkControl(result) : checkPromise(result);
const command = `node bench/kill.ts --leads ${leads} --kills ${kills} --seed ${seed}${control ? ' --control' : ''}`;
const { kills: killed, posts, seconds, firstTry, refused, replayed, tallies, afterwards } = result;
const sum = (count: (one: Tally) => number, of = tallies) => of.reduce((total, one) => total + count(one), 0);
const of = (vendor: string, all = tallies) => all.find((one) => one.vendor === vendor);
const notes = [
	`${killed} kills with SIGKILL and ${posts} posts in ${seconds} s, ${sum((one) => one.calls)} vendor calls. ${firstTry} leads were thanked at their first post; the others were posted again with the same id. ${refused} answers were neither 202 nor none.`,
];
if (!control) {
	notes.push(
		`Then a person looked for the ${sum((one) => one.parked)} parked leads, and had the ${replayed} that were not at the vendor sent by the operator's API: ${sum((one) => one.arrived, afterwards)} of ${leads} leads are at their vendor, ${of('propexo', afterwards)?.doubled} of Propexo's twice.`,
		`At Lofty, ${of('lofty')?.repeatedNotes} contacts have a lead's words twice among their notes.`,
	);
}
if (values['no-report']) console.log(`${table}\n\n${notes.join('\n')}`);
else
	writeReport(
		control ? 'kill-control' : 'kill',
		control ? 'The control of the kill test' : 'Killed at random',
		command,
		table,
		...notes,
	);
for (const fault of faults) console.error(`FAILED: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

function checkPromise({ tallies, afterwards }: KillResult): string[] {
	const missing = afterwards.filter(({ arrived, acknowledged }) => arrived < acknowledged);
	const unsent = missing.map(({ vendor }) => `${vendor}: a parked lead could not be sent by a person`);
	const broken = tallies.flatMap(({ vendor, lost, doubled, parked, acknowledged, sends }) => [
		...(lost > 0 ? [`${vendor} lost ${lost} leads`] : []),
		...(doubled > 0 && vendor !== 'maxwork-lead' ? [`${vendor} has ${doubled} leads twice`] : []),
		...(parked > 0 && vendor !== 'propexo' ? [`${vendor}: ${parked} leads are parked`] : []),
		...(doubled > Math.max(0, sends - acknowledged)
			? [`${vendor}: more doubles than repeats (${BOUNDS[vendor] ?? ''})`]
			: []),
	]);
	return [...broken, ...unsent];
}

function checkControl({ tallies }: KillResult): string[] {
	const lost = tallies.reduce((sum, one) => sum + one.lost, 0);
	return lost === 0 ? ['the control lost nothing, so this test could not see a loss'] : [];
}
