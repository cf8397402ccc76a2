/**
 * `npm run bench:cost`: what Doorstep costs a month on Cloudflare, from counts taken here and Cloudflare's price list.
 * `--no-report` only prints.
 */
import { parseArgs } from 'node:util';
import { measureCounts } from './cost/measure.ts';
import { type Assumptions, toBill, toTotal } from './cost/model.ts';
import { PLAN, PRICES, PRICES_READ } from './cost/prices.ts';
import { keepFigures, writeFigures } from './support/figures-page.ts';
import { type Row, toTable } from './support/report.ts';

const { values } = parseArgs({ options: { 'no-report': { type: 'boolean', default: false } } });

const MONTHS = [1000, 100_000, 10_000_000];

/** What is not measured; docs/cost.md says why these. */
const ASSUMED: Assumptions = {
	viewsPerLead: 100,
	leadsPerSite: 100,
	vendorSeconds: 1,
	keepDays: 30,
	monthsKept: 12,
	logLinesPerLead: 2,
};

/** Most an object may hold, in bytes (developers.cloudflare.com/durable-objects/platform/limits). */
const OBJECT_MAX_BYTES = 10e9;

console.error('cost: counting, about half a minute.');
const counts = await measureCounts();
const bills = MONTHS.map((leads) => toBill(leads, counts, ASSUMED));
const money = (dollars: number) => `$${dollars.toFixed(2)}`;
const amount = (units: number) => Number(units.toFixed(units < 100 ? 2 : 0)).toLocaleString('en-US');
const short = (value: number, digits = 2) => Number(value.toFixed(digits));

/** Leads a month that one object can hold: whole for a while, and what stays of them for the months counted. */
const perObject =
	OBJECT_MAX_BYTES / (counts.bytesWhole * (ASSUMED.keepDays / 30) + counts.bytesErased * ASSUMED.monthsKept);
const parts = [
	'Counted, for one view of a listing page and one lead at one vendor:',
	toTable(
		['what', 'count'],
		[
			['requests to the Worker: a view', counts.requestsPerView],
			['requests to the Worker: a lead', counts.requestsPerLead],
			['CPU of a view, ms', short(counts.cpuPerView)],
			['CPU of a lead, from its POST to the vendor’s receipt, ms', short(counts.cpuPerLead)],
			['calls of the object: a lead, alarms among them', short(counts.callsPerLead)],
			['rows read: a lead', short(counts.rowsReadPerLead)],
			['rows written: a lead, alarms among them', short(counts.rowsWrittenPerLead)],
			['bytes stored of a whole lead, indexes among them', Math.round(counts.bytesWhole)],
			['bytes that stay when it is erased', Math.round(counts.bytesErased)],
		],
	),
	`A month, with ${ASSUMED.viewsPerLead} views for each lead, ${ASSUMED.leadsPerSite} leads a site, a vendor that answers in ${ASSUMED.vendorSeconds} s, leads kept whole for ${ASSUMED.keepDays} days and what stays of them for ${ASSUMED.monthsKept} months:`,
	toTable(
		['', ...MONTHS.map((leads) => `${leads.toLocaleString('en-US')} leads`)],
		[
			['Workers Paid plan', ...MONTHS.map(() => money(PLAN.price))],
			...Object.values(PRICES).map(
				({ what, unit }, i): Row => [
					what,
					...bills.map((bill) => `${money(bill[i]?.dollars ?? 0)} (${amount(bill[i]?.units ?? 0)} ${unit})`),
				],
			),
			['**all**', ...bills.map((bill) => `**${money(toTotal(bill))}**`)],
			['for each lead', ...bills.map((bill, i) => `${((toTotal(bill) / (MONTHS[i] ?? 1)) * 100).toFixed(4)} ¢`)],
		],
	),
	`One object, which is one site, holds ${Math.floor(perObject / 100_000) / 10} million leads a month in its 10 GB at these settings.`,
	`Prices, as read on ${PRICES_READ}:`,
	toTable(
		['what', 'included', 'beyond', 'source'],
		Object.values(PRICES).map(
			({ what, included, price, per, unit, source }): Row => [
				what,
				`${included.toLocaleString('en-US')} ${unit}`,
				`$${price} for ${per.toLocaleString('en-US')} ${unit}`,
				source,
			],
		),
	),
];
if (values['no-report']) console.log(parts.join('\n\n'));
else {
	keepFigures('cost', { counts, assumed: ASSUMED, perObject });
	writeFigures('cost.md', 'cost', 'npm run bench:cost', ...parts);
}
