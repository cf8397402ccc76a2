/**
 * A vendor is down while leads arrive, and comes back. `node bench/outage.ts [--leads 10000] [--no-report]`. Ends with 1
 * when the vendor gets more calls than its limit allows, a lead is missing or doubled, or a delivery reads more rows
 * when more wait.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BacklogCost, measureBacklog } from './outage/backlog.ts';
import { mostWithin, readMemory, toOrder } from './outage/watch.ts';
import { createMeteredWorker } from './support/bench-worker.ts';
import { postLead, toLead } from './support/leads.ts';
import { Progress } from './support/progress.ts';
import { createRandom, toUuid } from './support/random.ts';
import { type Row, toTable, writeReport } from './support/report.ts';
import { startVendors } from './support/vendors.ts';
import { LIMIT } from './worker/sites.ts';

const { values } = parseArgs({
	options: { leads: { type: 'string', default: '10000' }, 'no-report': { type: 'boolean', default: false } },
});
const leads = Number(values.leads);
const SITE = 'limited';
const CLIENTS = 8;

/** Longest rest of a gate before a probe, and the time the limit takes for the whole backlog, twice. */
const BACK_MAX_MS = 300_000 + (leads / LIMIT.calls) * LIMIT.perMs * 2;

const vendors = await startVendors();
const worker = await createMeteredWorker(vendors.url);
const memory: number[] = [];
try {
	await worker.start();
	await vendors.behave('easybroker', { mode: '500', scope: 'all' });
	memory.push(readMemory(worker.pid()));
	const arriving = new Progress('arriving', leads, `${Math.ceil(leads / 100 / 60)} min`);
	const random = createRandom(1);
	let next = 0;
	let thanked = 0;
	const visit = async () => {
		while (next++ < leads) {
			if ((await postLead(worker.url, SITE, toLead(SITE, toUuid(random)))) === 202) thanked++;
			arriving.at(thanked);
		}
	};
	await Promise.all(Array.from({ length: CLIENTS }, visit));
	memory.push(readMemory(worker.pid()));
	const whileDown = vendors.calls.length;
	await worker.figures(SITE);

	await vendors.behave('easybroker', {});
	const back = Date.now();
	const working = new Progress(
		'working off',
		leads,
		`${Math.ceil((leads / LIMIT.calls) * LIMIT.perMs) / 60_000 + 2} min`,
	);
	const countHeld = () => vendors.held('easybroker').length;
	while (countHeld() < thanked && Date.now() < back + BACK_MAX_MS) {
		await sleep(1000);
		working.at(countHeld());
		memory.push(readMemory(worker.pid()));
	}
	const first = vendors.calls[whileDown]?.at ?? 0;
	const last = vendors.calls.at(-1)?.at ?? 0;
	const figures = await worker.figures(SITE);
	const held = vendors
		.held('easybroker')
		.map((record) => Number((JSON.parse(record) as { remote_id: string }).remote_id));
	const order = toOrder(held);
	const most = mostWithin(vendors.calls, LIMIT.perMs);
	const calls = vendors.calls.length - whileDown;

	const costs: BacklogCost[] = [];
	for (const waiting of [100, 1000, 10_000, 100_000]) {
		console.error(`a backlog of ${waiting}`);
		costs.push(await measureBacklog(worker, vendors, waiting));
	}
	const facts: Row[] = [
		['leads thanked for while the vendor was down', thanked],
		['calls it got meanwhile', whileDown],
		['at the vendor afterwards', new Set(held).size],
		['doubled', held.length - new Set(held).size],
		['calls it got when it was back', calls],
		[`its limit, calls in ${LIMIT.perMs / 1000} s`, LIMIT.calls],
		[`most calls it got in any ${LIMIT.perMs / 1000} s`, most],
		['seconds until the first call after it was back', Math.round((first - back) / 1000)],
		['seconds from the first call to the last', Math.round((last - first) / 1000)],
		['leads that a younger one went before', order.overtaken],
		['most younger leads that went before one', order.most],
		['rows read for each delivery', Math.round((figures.rowsRead / thanked) * 10) / 10],
		['memory of the runtime at first, in MB', memory[0] ?? 0],
		['with all of them waiting', memory[1] ?? 0],
		['at most', Math.max(...memory)],
	];
	const parts = [
		`The limit is ${LIMIT.calls} calls in ${LIMIT.perMs / 1000} s, so that the backlog is worked off in minutes; a real one of 100 a minute would take ${Math.round(leads / 100 / 0.9)} minutes by the same code. The gate's rests (10 s to 5 min) are the real ones.`,
		toTable(['what', 'figure'], facts),
		'What one delivery costs while others wait. Rows as SQLite counts them; the time of the question for what is due is the mean of 2,000, taken from outside.',
		toTable(
			['waiting', 'due query, µs', 'rows read', 'rows written', 'deliveries a second', 'memory, MB'],
			costs.map(
				(one): Row => [one.waiting, one.dueQueryUs, one.rowsRead, one.rowsWritten, one.perSecond, one.memoryMb],
			),
		),
	];
	if (values['no-report']) console.log(parts.join('\n\n'));
	else writeReport('outage', 'A vendor that is down and comes back', `node bench/outage.ts --leads ${leads}`, ...parts);

	const faults = [
		...(most > LIMIT.calls ? [`${most} calls in ${LIMIT.perMs} ms where ${LIMIT.calls} are allowed`] : []),
		...(new Set(held).size < leads ? [`${leads - new Set(held).size} leads are missing`] : []),
		...(held.length > new Set(held).size ? ['a lead is doubled'] : []),
		...((costs.at(-1)?.rowsRead ?? 0) > 2 * (costs[0]?.rowsRead ?? 0) ? ['a delivery reads more when more wait'] : []),
	];
	for (const fault of faults) console.error(`FAILED: ${fault}`);
	process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
	await worker.remove();
	await vendors.close();
}
