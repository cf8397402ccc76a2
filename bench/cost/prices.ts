/** One line of Cloudflare's price list, in US dollars a month. */
export interface Price {
	what: string;
	/** What is included in the plan, in `unit`s. */
	included: number;
	/** Dollars for each `per` units beyond. */
	price: number;
	per: number;
	unit: string;
	source: string;
}

const WORKERS = 'https://developers.cloudflare.com/workers/platform/pricing/';
const OBJECTS = 'https://developers.cloudflare.com/durable-objects/platform/pricing/';
const MILLION = 1e6;

/** When the pages were read. */
export const PRICES_READ = '2026-11-21';

/** The Workers Paid plan itself. */
export const PLAN = { price: 5, source: WORKERS } as const;

/** Prices of the Workers Paid plan (Standard usage model, SQLite-backed Durable Objects). Egress and static files are free. */
export const PRICES = {
	requests: {
		what: 'Worker requests',
		included: 10 * MILLION,
		price: 0.3,
		per: MILLION,
		unit: 'requests',
		source: WORKERS,
	},
	cpu: { what: 'Worker CPU', included: 30 * MILLION, price: 0.02, per: MILLION, unit: 'ms', source: WORKERS },
	objectRequests: {
		what: 'Durable Object requests',
		included: MILLION,
		price: 0.15,
		per: MILLION,
		unit: 'requests',
		source: OBJECTS,
	},
	duration: {
		what: 'Durable Object duration',
		included: 400_000,
		price: 12.5,
		per: MILLION,
		unit: 'GB-s',
		source: OBJECTS,
	},
	rowsRead: {
		what: 'rows read',
		included: 25_000 * MILLION,
		price: 0.001,
		per: MILLION,
		unit: 'rows',
		source: OBJECTS,
	},
	rowsWritten: { what: 'rows written', included: 50 * MILLION, price: 1, per: MILLION, unit: 'rows', source: OBJECTS },
	storage: { what: 'storage', included: 5, price: 0.2, per: 1, unit: 'GB', source: OBJECTS },
	logs: { what: 'Workers Logs', included: 20 * MILLION, price: 0.6, per: MILLION, unit: 'events', source: WORKERS },
} as const satisfies Record<string, Price>;

/** Memory an object is billed for, whatever it uses, in GB (128 MB; the pricing page's examples). */
export const OBJECT_GB = 0.128;
