import assert from 'node:assert/strict';
import type { ConsoleDelivery, ConsoleDetail } from '../../../contract/console.ts';
import type { Problem } from '../../../contract/problem.ts';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { DEMO_ENV } from '../../support/demo-env.ts';
import { validLead } from '../../support/lead.ts';
import { until } from '../../support/until.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';

/** The token the tests' Worker has. */
export const TOKEN = DEMO_ENV.CONSOLE_TOKEN as string;

/** A Worker with vendors, and an operator who holds its token. */
export interface Operator {
	portal: Portal;
	worker: TestWorker;
	/** Calls the console. */
	ask: (path: string, init?: RequestInit) => Promise<Response>;
	get: <T>(path: string) => Promise<T>;
	post: (path: string, body?: unknown) => Promise<Response>;
	/** Asserts that a call is refused with a problem. */
	refuses: (status: number, code: string, call: Promise<Response>) => Promise<Problem>;
	/** Tells the vendor how to behave. */
	behave: (behaviour: object) => Promise<unknown>;
	/** Sends a lead as a visitor would, and waits for its state. */
	leadIn: (state: string, change?: Record<string, unknown>) => Promise<ConsoleDelivery>;
	/** Waits until a delivery is in a state. */
	waitFor: (number: number, state: string) => Promise<ConsoleDetail>;
	/** The requests by which a lead was sent to the vendor. */
	sent: (id: string) => { status: number | null }[];
	/** Every table of the site's outbox, as text. */
	dump: () => Promise<string>;
	/**
	 * Empties outbox, inbox and vendors, and makes the vendor behave. The outbox's own walks (erasing after a month, the
	 * second way) have passed every row: what a test stores as old is changed by nothing but the operator.
	 */
	reset: () => Promise<void>;
	close: () => Promise<void>;
}

/** Starts a Worker, its vendors and an operator. */
export async function startOperator(secrets: Record<string, string> = {}): Promise<Operator> {
	const portal = await createPortal({ port: 0 });
	const worker = await startTestWorker(portal.vendorsUrl, secrets);
	const ask = (path: string, init: RequestInit = {}) =>
		worker.fetch(`/v1/console${path}`, { ...init, headers: { authorization: `Bearer ${TOKEN}`, ...init.headers } });
	const get = async <T>(path: string) => {
		const response = await ask(path);
		assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
		return (await response.json()) as T;
	};
	const waitFor = (number: number, state: string) =>
		until(`delivery ${number} to be ${state}`, async () => {
			const detail = await get<ConsoleDetail>(`/leads/sol/${number}`);
			return detail.state === state && detail;
		});
	return {
		portal,
		worker,
		ask,
		get,
		post: (path, body) => ask(path, { method: 'POST', ...(body !== undefined && { body: JSON.stringify(body) }) }),
		async refuses(status, code, call) {
			const response = await call;
			const problem = (await response.json()) as Problem;
			assert.deepEqual([response.status, problem.code], [status, code]);
			assert.equal(response.headers.get('content-type'), 'application/problem+json');
			assert.equal(response.headers.get('cache-control'), 'no-store');
			assert.ok(problem.detail.length > 20, 'it says what to do');
			return problem;
		},
		behave: (behaviour) =>
			fetch(`${portal.vendorsUrl}/easybroker/_behave`, { method: 'POST', body: JSON.stringify(behaviour) }),
		async leadIn(state, change = {}) {
			const lead = validLead(change);
			assert.equal((await worker.post(lead)).status, 202);
			return until(`the lead to be ${state}`, async () => {
				const { leads } = await get<{ leads: ConsoleDelivery[] }>(`/leads?site=sol&id=${lead.id}`);
				return leads[0]?.state === state && leads[0];
			});
		},
		waitFor,
		sent: (id) =>
			portal.inbox
				.list('easybroker')
				.filter((entry) => entry.method === 'POST' && JSON.stringify(entry.body).includes(id)),
		async dump() {
			const tables = await worker.sql<{ name: string }>(
				`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%'`,
			);
			const rows = await Promise.all(tables.map(({ name }) => worker.sql(`select * from "${name}"`)));
			return JSON.stringify(rows);
		},
		async reset() {
			await fetch(new URL('/inbox.json', portal.url), { method: 'DELETE' });
			await fetch(`${portal.vendorsUrl}/easybroker/_behave`, { method: 'POST', body: '{}' });
			for (const table of ['deliveries', 'attempts', 'audit', 'destinations', 'erase_later'])
				await worker.sql(`delete from ${table}`);
			for (const walk of ['erased_to', 'fallback_to'])
				await worker.sql(`insert or replace into meta (key, value) values (?, '1000000000')`, walk);
			await worker.evict();
		},
		async close() {
			await worker.close();
			await portal.close();
		},
	};
}

/** A lead that the vendor refuses for good. */
export const REFUSED = { listing: { reference: 'EB-NO0000' } };
