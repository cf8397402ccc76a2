/**
 * `npm run bench:growth`: what more sites and more stored leads cost, on bare workerd. `--quick` stops at 100,000 leads;
 * `--no-report` only prints. Ends with 1 where an answer reads more rows when more is stored, or a backlog is not worked off.
 */
import { parseArgs } from 'node:util';
import { measureDrain } from './growth/drain.ts';
import { measureSites } from './growth/sites.ts';
import { measureStored } from './growth/stored.ts';
import { createMeteredWorker } from './support/bench-worker.ts';
import { keepFigures, writeFigures, writePicture } from './support/figures-page.ts';
import { drawLines } from './support/plot.ts';
import { Progress } from './support/progress.ts';
import { type Row, toTable } from './support/report.ts';
import { startVendors } from './support/vendors.ts';

const { values } = parseArgs({
	options: { quick: { type: 'boolean', default: false }, 'no-report': { type: 'boolean', default: false } },
});
const STORED = [1, 1000, 10_000, 100_000, ...(values.quick ? [] : [1_000_000])];
const BACKLOG = values.quick ? 1000 : 10_000;

const sites = measureSites([1, 10, 100, 1000, 10_000, 100_000]);
const vendors = await startVendors();
const worker = await createMeteredWorker(vendors.url);
try {
	await worker.start();
	const progress = new Progress('stored leads', STORED.at(-1) ?? 0, values.quick ? '1 min' : '2 min');
	const drain = await measureDrain(worker, vendors, BACKLOG);
	await worker.query('webhook', 'delete from deliveries');
	const stored = await measureStored(worker, STORED, (count) => progress.at(count));

	const parts = [
		'Sites in one Worker. A site is found in a map; all of them are in the Worker’s bundle, and a starting isolate puts them in.',
		toTable(
			['sites', 'look-up, ns', 'put in, ms'],
			sites.map((one): Row => [one.sites, Math.round(one.lookUpNs), Number(one.buildMs.toFixed(2))]),
		),
		'Leads stored in one outbox. Accepting and listing are whole requests over HTTP on this machine; rows are as SQLite counts them.',
		toTable(
			[
				'stored',
				'accept, ms',
				'rows read, delivery and all',
				'rows written',
				'a page of 50 for the operator, ms',
				'its rows read',
				'due query, µs',
				'bytes for each lead',
			],
			stored.map(
				(one): Row => [
					one.stored,
					Number(one.acceptMs.toFixed(1)),
					Number(one.rowsRead.toFixed(1)),
					Number(one.rowsWritten.toFixed(1)),
					Number(one.listMs.toFixed(1)),
					Number(one.listRows.toFixed(1)),
					Math.round(one.dueQueryUs),
					one.stored > 1 ? Math.round(one.bytesPerLead) : '–',
				],
			),
		),
		`A backlog of ${drain.leads.toLocaleString('en-US')} leads at a vendor without a limit was worked off in ${drain.seconds.toFixed(0)} s; the runtime held ${drain.memoryBefore} MB before and ${drain.memoryMost} MB at most.`,
	];
	const picture = drawLines('What grows with the leads stored in one outbox', 'leads stored', 'ms, µs, rows', [
		{ label: 'accept, ms', points: stored.map((one) => ({ x: one.stored, y: one.acceptMs })) },
		{ label: 'operator’s page, ms', points: stored.map((one) => ({ x: one.stored, y: one.listMs })) },
		{ label: 'due query, µs', points: stored.map((one) => ({ x: one.stored, y: one.dueQueryUs })) },
		{ label: 'rows read a lead', points: stored.map((one) => ({ x: one.stored, y: one.rowsRead })) },
	]);
	if (values['no-report']) console.log(parts.join('\n\n'));
	else {
		keepFigures('growth', { sites, stored, drain });
		const shown = writePicture('growth', 'Times and rows at 1 to 1,000,000 stored leads', picture);
		writeFigures('performance.md', 'growth', 'npm run bench:growth', shown, ...parts);
	}
	const first = stored[1];
	const last = stored.at(-1);
	const faults = [
		...(drain.complete ? [] : [`the backlog of ${drain.leads} was not worked off`]),
		...(first && last && last.rowsRead > first.rowsRead * 1.5 + 5
			? ['a lead reads more rows when more is stored']
			: []),
		...(first && last && last.listRows > first.listRows * 1.5 + 5
			? ['a page reads more rows when more is stored']
			: []),
	];
	for (const fault of faults) console.error(`FAILED: ${fault}`);
	process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
	await worker.remove();
	await vendors.close();
}
