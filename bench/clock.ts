/**
 * When a lead is tried whose vendor never takes it, on a clock that jumps. `node bench/clock.ts [--seeds 1000]`. Ends
 * with 1 when a lead is given up before 72 h, or is not parked.
 */
import { parseArgs } from 'node:util';
import { GIVE_UP_AFTER_MS, RETRY_DELAYS_MS } from '../worker/outbox/retry-policy.ts';
import { simulate, type Trouble } from './clock/simulate.ts';
import { createRandom } from './support/random.ts';
import { type Row, toTable, writeReport } from './support/report.ts';

const HOUR_MS = 60 * 60 * 1000;

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' } } });
const seeds = Number(values.seeds);

const TROUBLES: Trouble[] = [
	{ name: 'busy (429)', outcome: { outcome: 'retry', reason: '' }, afterUnknown: 'find' },
	{ name: 'fails (500), looked up', outcome: { outcome: 'unknown', reason: '', answered: true }, afterUnknown: 'find' },
	{ name: 'no answer, looked up', outcome: { outcome: 'unknown', reason: '', answered: false }, afterUnknown: 'find' },
	{ name: 'no answer, repeated', outcome: { outcome: 'unknown', reason: '', answered: false }, afterUnknown: 'repeat' },
	{ name: 'no answer, parked', outcome: { outcome: 'unknown', reason: '', answered: false }, afterUnknown: 'park' },
];

const faults: string[] = [];
const rows = TROUBLES.map((trouble): Row => {
	const courses = Array.from({ length: seeds }, (_, seed) => simulate(trouble, createRandom(seed + 1)));
	const early = courses.filter(({ endedAt }) => endedAt <= GIVE_UP_AFTER_MS).length;
	if (courses.some(({ state }) => state !== 'parked')) faults.push(`${trouble.name}: not every lead was parked`);
	if (early > 0 && !trouble.name.endsWith('parked')) faults.push(`${trouble.name}: ${early} given up before 72 h`);
	return [
		trouble.name,
		spread(courses.map(({ sends }) => sends.length)),
		spread(courses.map(({ looks }) => looks.length)),
		spread(courses.map(({ sends }) => (sends.at(-1) ?? 0) / HOUR_MS)),
		spread(courses.map(({ endedAt }) => endedAt / HOUR_MS)),
	];
});

const busy = Array.from({ length: seeds }, (_, seed) => simulate(TROUBLES[0] as Trouble, createRandom(seed + 1)));
const steps = Array.from({ length: 12 }, (_, i): Row => {
	const times = busy.map(({ sends }) => sends[i]).filter((time) => time !== undefined);
	const wait = RETRY_DELAYS_MS[Math.min(i, RETRY_DELAYS_MS.length) - 1];
	return [i + 1, i === 0 ? 'at once' : `up to ${say(wait ?? 0)}`, ...quantiles(times).map(say), times.length];
});

writeReport(
	'clock',
	'The schedule on a controlled clock',
	`node bench/clock.ts --seeds ${seeds}`,
	`${seeds} leads for each kind of trouble, each with another seed; the vendor never takes any. Least, median and most, in hours.`,
	toTable(['trouble', 'times sent', 'times looked up', 'last sent after h', 'parked after h'], rows),
	'When the first tries are made by a lead whose vendor is busy, since it came:',
	toTable(['try', 'wait before it', 'earliest', 'median', 'latest', 'of so many leads'], steps),
);
for (const fault of faults) console.error(`FAILED: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

function quantiles(values: readonly number[]): [number, number, number] {
	const sorted = [...values].sort((a, b) => a - b);
	return [sorted[0] ?? 0, sorted[sorted.length >> 1] ?? 0, sorted.at(-1) ?? 0];
}

function spread(values: readonly number[]): string {
	return quantiles(values)
		.map((value) => (Number.isInteger(value) ? value : value.toFixed(1)))
		.join(' / ');
}

function say(ms: number): string {
	if (ms < 60_000) return `${(ms / 1000).toFixed(0)} s`;
	return ms < 3_600_000 ? `${(ms / 60_000).toFixed(0)} min` : `${(ms / 3_600_000).toFixed(1)} h`;
}
