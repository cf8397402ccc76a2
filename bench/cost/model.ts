import { OBJECT_GB, PLAN, PRICES, type Price } from './prices.ts';

/** What was measured of one delivered lead and of one view of a page. */
export interface Counts {
	/** Requests that reach the Worker: for each view of a listing page, and more for each lead. Static files do not. */
	requestsPerView: number;
	requestsPerLead: number;
	/** CPU of the runtime, in milliseconds: a view's script, and a lead from its POST to the vendor's receipt. */
	cpuPerView: number;
	cpuPerLead: number;
	/** Calls of the object, alarms among them. */
	callsPerLead: number;
	rowsReadPerLead: number;
	/** Each setting of an alarm is one. */
	rowsWrittenPerLead: number;
	/** Bytes of storage of a lead that is whole, and of what stays of it. */
	bytesWhole: number;
	bytesErased: number;
}

/** What nobody can measure here. */
export interface Assumptions {
	/** Views of listing pages for each lead. */
	viewsPerLead: number;
	/** Leads a month of a site, which says how many sites there are. */
	leadsPerSite: number;
	/** How long a vendor takes to answer, in seconds: meanwhile the object is billed. */
	vendorSeconds: number;
	/** How long a lead is kept whole, in days; what stays of it is never erased and is counted for so many months. */
	keepDays: number;
	monthsKept: number;
	/** Log lines of the Worker's own for each lead. */
	logLinesPerLead: number;
}

/** One line of a bill. */
export interface CostLine {
	price: Price;
	units: number;
	dollars: number;
}

/** Sites that the hourly run wakes at most, and its runs a month (worker/outbox/wake-all.ts). */
const WOKEN_MAX = 900;
const RUNS = 730;

/** Rows that the erasure of one lead writes: its own, rewritten (worker/outbox/retention.ts). */
const ROWS_ERASURE = 1;

/** The bill of so many leads a month. */
export function toBill(leads: number, counts: Counts, assumed: Assumptions): CostLine[] {
	const views = leads * assumed.viewsPerLead;
	const wakes = RUNS * Math.min(WOKEN_MAX, Math.ceil(leads / assumed.leadsPerSite));
	const requests = views * counts.requestsPerView + leads * counts.requestsPerLead + RUNS;
	const calls = leads * counts.callsPerLead + wakes;
	const stored = leads * (assumed.keepDays / 30) * counts.bytesWhole + leads * assumed.monthsKept * counts.bytesErased;
	return [
		toLine(PRICES.requests, requests),
		toLine(PRICES.cpu, views * counts.cpuPerView + leads * counts.cpuPerLead),
		toLine(PRICES.objectRequests, calls),
		toLine(PRICES.duration, leads * assumed.vendorSeconds * OBJECT_GB),
		toLine(PRICES.rowsRead, leads * counts.rowsReadPerLead),
		toLine(PRICES.rowsWritten, leads * (counts.rowsWrittenPerLead + ROWS_ERASURE)),
		toLine(PRICES.storage, stored / 1e9),
		// An event for each invocation, and one for each line.
		toLine(PRICES.logs, requests + calls + leads * assumed.logLinesPerLead),
	];
}

/** The plan and what comes on top. */
export function toTotal(lines: readonly CostLine[]): number {
	return PLAN.price + lines.reduce((sum, { dollars }) => sum + dollars, 0);
}

function toLine(price: Price, units: number): CostLine {
	return { price, units, dollars: (Math.max(0, units - price.included) / price.per) * price.price };
}
