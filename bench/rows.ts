/**
 * Rows written and read for each delivered lead, one by one and in a stream. `node bench/rows.ts [--quiet 5] [--stream 200] [--no-report]`. Ends with
 * 1 when a lead that goes through at once costs more than four written rows.
 */
import { parseArgs } from 'node:util';
import { SITES } from './kill/run.ts';
import { type Cost, measureQuiet, measureStream, seedRows } from './rows/run.ts';
import { createMeteredWorker } from './support/bench-worker.ts';
import { Progress } from './support/progress.ts';
import { type Row, toTable, writeReport } from './support/report.ts';
import { startVendors } from './support/vendors.ts';

/** Most rows written for a lead that goes through at once; and for one that waits until its vendor has room for it. */
const WRITTEN_MAX = { quiet: 4, stream: 6 } as const;

const { values } = parseArgs({
	options: {
		quiet: { type: 'string', default: '5' },
		stream: { type: 'string', default: '200' },
		'no-report': { type: 'boolean', default: false },
	},
});
const quiet = Number(values.quiet);
const stream = Number(values.stream);

const vendors = await startVendors();
const worker = await createMeteredWorker(vendors.url);
const rows: Row[] = [];
const faults: string[] = [];
const statements = new Map<string, number>();
try {
	await worker.start();
	await vendors.behave('propexo', { pendingPolls: 0 });
	const progress = new Progress('rows', SITES.length * 3, '3 min');
	for (const site of SITES) {
		const note = (way: string, cost: Cost) => {
			rows.push([site, way, cost.leads, cost.rowsWritten, cost.rowsRead, cost.alarmsSet]);
			progress.at(rows.length);
			const most = way === 'in a stream' ? WRITTEN_MAX.stream : WRITTEN_MAX.quiet;
			if (cost.rowsWritten > most && site !== 'propexo') faults.push(`${site}, ${way}: ${cost.rowsWritten} written`);
		};
		const first = await measureQuiet(worker, site, quiet);
		note('one by one', first);
		note('in a stream', await measureStream(worker, site, stream));
		await seedRows(worker, site, 10_000, { state: 'delivered', dueAt: Date.now() - 3_600_000 });
		const later = await measureQuiet(worker, site, quiet);
		note('one by one, after 10,000 others', later);
		if (later.rowsRead > first.rowsRead * 1.5 + 1) faults.push(`${site}: reads grow with what was delivered before`);
		for (const [statement, { rowsWritten }] of Object.entries(first.figures.statements)) {
			if (site === 'easybroker' && rowsWritten > 0) statements.set(statement.split(' (')[0] ?? '', rowsWritten / quiet);
		}
	}
} finally {
	await worker.remove();
	await vendors.close();
}

const table = toTable(['vendor', 'leads', 'of them', 'rows written', 'rows read', 'alarms set'], rows);
const parts = [
	"For each delivered lead, from the thank-you to the vendor's receipt, as SQLite's cursors count them (an index entry counts as a row). An alarm is billed as one more row written: in quiet traffic one is the net under the first attempt and one the next look at what is to be erased; in a stream they are shared.",
	"A stream of more than the vendor's four calls at once makes leads wait. An attempt that begins later than the lead was stored is written down in a write of its own: the row, and its entry in the index as it changes lanes. Propexo's attempts always are, because nobody could tell a crash before the call from one after it; and its job is one more state.",
	table,
	'Where the written rows of a lead at EasyBroker come from:',
	toTable(
		['statement', 'rows'],
		[...statements].map(([statement, count]): Row => [statement.slice(0, 60), count]),
	),
];
if (values['no-report']) console.log(parts.join('\n\n'));
else
	writeReport(
		'rows',
		'Rows for each delivered lead',
		`node bench/rows.ts --quiet ${quiet} --stream ${stream}`,
		...parts,
	);
for (const fault of faults) console.error(`FAILED: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
