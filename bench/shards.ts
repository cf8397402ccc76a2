/**
 * `npm run bench:shards`: what several outboxes for one site do to the leads accepted and delivered a second, on bare
 * workerd. `--no-report` only prints. Ends with 1 where a lead is lost or doubled; how fast it is on one machine, where
 * all objects share a thread, is no budget.
 */
import { parseArgs } from 'node:util';
import { createWorkerd } from '../test/support/workerd.ts';
import { measureAccepted, measureDelivered } from './shards/measure.ts';
import { BENCH_WORKER } from './support/bench-worker.ts';
import { writeFigures } from './support/figures-page.ts';
import { Progress } from './support/progress.ts';
import { type Row, toTable } from './support/report.ts';
import { startVendors } from './support/vendors.ts';

const { values } = parseArgs({
	options: { rounds: { type: 'string', default: '8' }, 'no-report': { type: 'boolean', default: false } },
});
const COUNTS = [1, 2, 4];
const ROUNDS = Number(values.rounds);
const SLICE_MS = 2000;
const BATCH = 300;

const vendors = await startVendors();
const workerd = await createWorkerd(vendors.url, { folder: BENCH_WORKER, main: 'shards.ts' });
const taken = COUNTS.map((count) => ({ count, accepted: [] as number[], delivered: [] as number[] }));
let wrong = 0;
try {
	await workerd.start();
	const progress = new Progress(
		'shards',
		ROUNDS * COUNTS.length,
		`${Math.ceil((ROUNDS * COUNTS.length * 4) / 60)} min`,
	);
	for (let round = 0; round < ROUNDS; round++) {
		for (const [i, { count, accepted, delivered }] of taken.entries()) {
			accepted.push(await measureAccepted(workerd.url, `shards-${count}`, SLICE_MS));
			const batch = await measureDelivered(workerd.url, `shards-${count}`, vendors, BATCH);
			delivered.push(batch.perSecond);
			wrong += batch.wrong;
			progress.at(round * COUNTS.length + i + 1);
		}
	}
} finally {
	await workerd.remove();
	await vendors.close();
}

const [one] = taken;
const parts = [
	`One site in one outbox, in two and in four, by turns: ${ROUNDS} slices of ${SLICE_MS / 1000} s of posts by 32 connections, and as many batches of ${BATCH} leads until a vendor that answers at once had them. Medians; the share is of one outbox in the same round. ${wrong === 0 ? 'No lead was lost or doubled.' : `${wrong} leads were lost or doubled.`}`,
	toTable(
		['outboxes', 'accepted a second', 'share', 'delivered a second', 'share of it'],
		taken.map(
			({ count, accepted, delivered }): Row => [
				count,
				Math.round(median(accepted)),
				toShare(accepted, one?.accepted ?? []),
				Math.round(median(delivered)),
				toShare(delivered, one?.delivered ?? []),
			],
		),
	),
];
if (values['no-report']) console.log(parts.join('\n\n'));
else writeFigures('cost.md', 'shards', 'npm run bench:shards', ...parts);
if (wrong > 0) {
	console.error(`FAILED: ${wrong} leads were lost or doubled`);
	process.exitCode = 1;
}

function toShare(some: readonly number[], floor: readonly number[]): string {
	return `${Math.round(100 * median(some.map((value, round) => value / (floor[round] ?? Number.NaN))))} %`;
}

function median(some: readonly number[]): number {
	const sorted = some.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 > 0 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
