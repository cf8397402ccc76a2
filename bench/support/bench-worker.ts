import { fileURLToPath } from 'node:url';
import { createWorkerd, type Workerd } from '../../test/support/workerd.ts';
import type { Figures } from './figures.ts';

/** How often a query is run for its time to be taken. */
const TIMES = 2000;

export const BENCH_WORKER = fileURLToPath(new URL('../worker/', import.meta.url));

/** The metered Worker, with a door into each site's outbox. */
export interface MeteredWorker extends Workerd {
	figures: (site: string) => Promise<Figures>;
	/** Runs SQL in a site's outbox. */
	query: <T = Record<string, unknown>>(site: string, sql: string) => Promise<T[]>;
	/** Bytes of a site's database. */
	sizeOf: (site: string) => Promise<number>;
	/** How long a query takes in a site's outbox, in microseconds: the mean of many, less what an empty one takes. */
	timeOf: (site: string, sql: string) => Promise<number>;
	/** Drops a site's outbox from memory; its storage stays. */
	forget: (site: string) => Promise<void>;
}

/** Prepares the metered Worker; `start` starts it. */
export async function createMeteredWorker(vendorsUrl: string): Promise<MeteredWorker> {
	const workerd = await createWorkerd(vendorsUrl, { folder: BENCH_WORKER, main: 'metered.ts' });
	async function ask(site: string, what: string, body?: string): Promise<unknown> {
		const response = await fetch(`${workerd.url}/bench/${site}/${what}`, {
			method: 'POST',
			...(body !== undefined && { body }),
		});
		if (!response.ok) throw new Error(`${what} of ${site}: HTTP ${response.status} ${await response.text()}`);
		return response.json();
	}
	return {
		...workerd,
		figures: (site) => ask(site, 'figures') as Promise<Figures>,
		query: <T>(site: string, sql: string) => ask(site, 'query', sql) as Promise<T[]>,
		sizeOf: (site) => ask(site, 'size') as Promise<number>,
		async timeOf(site, sql) {
			const take = async (query: string) => {
				const started = performance.now();
				await ask(site, `repeat?times=${TIMES}`, query);
				return performance.now() - started;
			};
			await take(sql);
			const empty = await take('select 1');
			return Math.max(0, (((await take(sql)) - empty) / TIMES) * 1000);
		},
		forget: async (site) => void (await ask(site, 'forget')),
	};
}
