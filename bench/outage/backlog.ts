import { randomUUID } from 'node:crypto';
import { until } from '../../test/support/until.ts';
import { seedRows } from '../rows/run.ts';
import type { MeteredWorker } from '../support/bench-worker.ts';
import { postLead, toLead } from '../support/leads.ts';
import type { Vendors } from '../support/vendors.ts';
import { readMemory } from './watch.ts';

const SITE = 'backlog';

/** Leads delivered at each size of backlog. */
const DELIVERED = 300;

/** Longest time for them, in milliseconds. */
const DELIVER_MAX_MS = 120_000;

/** What one delivery costs while so many others wait. */
export interface BacklogCost {
	waiting: number;
	/** Of the question for what is due, in microseconds. */
	dueQueryUs: number;
	rowsRead: number;
	rowsWritten: number;
	/** Deliveries a second, one after another at the vendor's four at once. */
	perSecond: number;
	memoryMb: number;
}

const DUE = `select number, lead_id, destination, lead, received_at, restarted_at, state, due_at, attempts, tries, started_at,
	job, reference, reason from deliveries
	where state in ('queued', 'confirming') and destination = 'easybroker' and (attempts > 0) = 0 and due_at <= 9e15
	order by due_at limit 12`;

/** Lets so many leads wait, delivers some of them, and says what each cost. */
export async function measureBacklog(worker: MeteredWorker, vendors: Vendors, waiting: number): Promise<BacklogCost> {
	// An outbox knows its site by its first lead.
	await postLead(worker.url, SITE, toLead(SITE, randomUUID()));
	await until('its delivery', async () => {
		const rows = await worker.query<{ state: string }>(SITE, 'select state from deliveries');
		return rows.every(({ state }) => state === 'delivered');
	});
	await worker.query(SITE, 'delete from deliveries');
	// A closed gate keeps them waiting while they are put in.
	await worker.query(
		SITE,
		`insert or replace into destinations (name, failures, closed_until, stopped, since, next_call_at)
		values ('easybroker', 9, ${Date.now() + 3_600_000}, null, ${Date.now()}, 0)`,
	);
	await worker.forget(SITE);
	await seedRows(worker, SITE, waiting + DELIVERED, { state: 'queued', dueAt: Date.now() - 60 * 60_000 });
	const dueQueryUs = await worker.timeOf(SITE, DUE);
	await worker.figures(SITE);

	await worker.query(SITE, 'delete from destinations');
	await worker.forget(SITE);
	vendors.calls.length = 0;
	const started = performance.now();
	// Any question wakes it.
	await fetch(`${worker.url}/v1/sites/${SITE}/leads/${randomUUID()}`, { headers: { origin: 'https://bench.example' } });
	await until('the deliveries', () => vendors.calls.length >= DELIVERED, DELIVER_MAX_MS);
	const seconds = (performance.now() - started) / 1000;
	const figures = await worker.figures(SITE);
	const sent = vendors.calls.length;
	const memoryMb = readMemory(worker.pid());
	await worker.query(SITE, 'delete from deliveries');
	await worker.forget(SITE);
	vendors.clear('easybroker');
	return {
		waiting,
		dueQueryUs: Math.round(dueQueryUs),
		rowsRead: Math.round((figures.rowsRead / sent) * 10) / 10,
		rowsWritten: Math.round((figures.rowsWritten / sent) * 10) / 10,
		perSecond: Math.round(sent / seconds),
		memoryMb,
	};
}
