/**
 * Every behaviour of every sandbox × every vendor. `node bench/faults.ts [--only lofty] [--no-report]`. Ends with 1 when
 * a lead is lost, or is doubled where the vendor told the truth.
 */
import { parseArgs } from 'node:util';
import { casesOf } from './faults/cases.ts';
import { type Ending, runCase } from './faults/run.ts';
import { SITES } from './kill/run.ts';
import { createMeteredWorker } from './support/bench-worker.ts';
import { Progress } from './support/progress.ts';
import { type Row, toTable, writeReport } from './support/report.ts';
import { startVendors } from './support/vendors.ts';

const { values } = parseArgs({
	options: { only: { type: 'string' }, 'no-report': { type: 'boolean', default: false } },
});
const sites = SITES.filter((site) => values.only === undefined || site === values.only);
const total = sites.reduce((sum, site) => sum + casesOf(site).length, 0);
const progress = new Progress('faults', total, '2 to 5 min');

const vendors = await startVendors();
const worker = await createMeteredWorker(vendors.url);
const endings: Ending[] = [];
try {
	await worker.start();
	// Vendors side by side, for each has its own outbox; the behaviours of one after another.
	await Promise.all(
		sites.map(async (site) => {
			for (const one of casesOf(site)) {
				endings.push(await runCase(worker, vendors, site, one));
				progress.at(endings.length);
			}
		}),
	);
} finally {
	await worker.remove();
	await vendors.close();
}
endings.sort(
	(a, b) => sites.indexOf(a.vendor as (typeof SITES)[number]) - sites.indexOf(b.vendor as (typeof SITES)[number]),
);

/** A receiver's 2xx is its receipt, whatever its body; so the lead counts as delivered though it was not kept. */
const isOwnReceipt = ({ vendor, held, state }: Ending) => vendor === 'webhook' && held === 0 && state === 'delivered';
const isLost = (one: Ending) => one.held === 0 && one.state !== 'parked' && !isOwnReceipt(one);
const isDoubled = ({ held }: Ending) => held > 1;
const isLie = ({ behaviour }: Ending) => behaviour.includes('but says');
const rows = endings.map(
	(one): Row => [
		one.vendor,
		one.behaviour,
		one.seen === 202 ? 'thank you' : `HTTP ${one.seen}`,
		one.first,
		one.sent,
		one.state,
		one.held,
		isLost(one) ? 1 : 0,
		Math.max(0, one.held - 1),
	],
);
const table = toTable(
	['vendor', 'behaviour', 'the visitor saw', 'then', 'sent', 'in the end', 'at the vendor', 'lost', 'doubled'],
	rows,
);
const count = (matches: (one: Ending) => boolean) => endings.filter(matches).length;
const summary = `${endings.length} leads, one for each behaviour of each vendor; ${count(({ seen }) => seen === 202)} visitors saw the thank-you. ${count(({ state }) => state === 'delivered')} leads are delivered, ${count(({ state }) => state === 'parked')} parked for a person, ${count(isLost)} lost, ${count(isDoubled)} doubled: ${count((one) => isDoubled(one) && isLie(one))} where the vendor said that it had not taken what it had, ${count((one) => isDoubled(one) && !isLie(one))} in Maxwork's lead mode. ${count(isOwnReceipt)} webhooks answered 2xx without keeping the event: a receiver's 2xx is its receipt.`;
if (values['no-report']) console.log(`${table}\n\n${summary}`);
else writeReport('faults', 'Every behaviour of every vendor', 'node bench/faults.ts', summary, table);

const faults = [
	...endings.filter(isLost).map(({ vendor, behaviour }) => `${vendor}, ${behaviour}: lost`),
	...endings.filter(({ seen }) => seen !== 202).map(({ vendor, behaviour }) => `${vendor}, ${behaviour}: not thanked`),
	...endings
		.filter((one) => isDoubled(one) && !isLie(one) && one.vendor !== 'maxwork-lead')
		.map(({ vendor, behaviour }) => `${vendor}, ${behaviour}: doubled`),
];
for (const fault of faults) console.error(`FAILED: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
