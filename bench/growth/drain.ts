import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readMemory } from '../outage/watch.ts';
import { seedRows } from '../rows/run.ts';
import type { MeteredWorker } from '../support/bench-worker.ts';
import { postLead, toLead } from '../support/leads.ts';
import type { Vendors } from '../support/vendors.ts';

/** A site whose vendor sets no limit: the outbox's own pace is what is seen. */
const SITE = 'webhook';

/** Longest time the drain may take, in milliseconds. */
const DRAIN_MAX_MS = 300_000;

/** What working a backlog off took. */
export interface Drain {
	leads: number;
	seconds: number;
	/** Resident memory of the runtime, in MB: before, and the most while it worked. */
	memoryBefore: number;
	memoryMost: number;
	/** Whether every lead was at the vendor at the end. */
	complete: boolean;
}

/** Lets so many leads wait, wakes the outbox, and watches memory until the vendor has them all. */
export async function measureDrain(worker: MeteredWorker, vendors: Vendors, leads: number): Promise<Drain> {
	await postLead(worker.url, SITE, toLead(SITE, randomUUID()));
	// A closed gate keeps them waiting while they are put in.
	await worker.query(
		SITE,
		`insert or replace into destinations (name, failures, closed_until, stopped, since, next_call_at)
		values ('webhook', 9, ${Date.now() + 3_600_000}, null, ${Date.now()}, 0)`,
	);
	await worker.forget(SITE);
	await seedRows(worker, SITE, leads, { state: 'queued', dueAt: Date.now() - 3_600_000 });
	const memoryBefore = readMemory(worker.pid());
	await worker.query(SITE, 'delete from destinations');
	await worker.forget(SITE);
	vendors.calls.length = 0;
	const started = Date.now();
	await fetch(`${worker.url}/v1/sites/${SITE}/leads/${randomUUID()}`, { headers: { origin: 'https://bench.example' } });
	let memoryMost = memoryBefore;
	while (vendors.calls.length < leads && Date.now() < started + DRAIN_MAX_MS) {
		await sleep(250);
		memoryMost = Math.max(memoryMost, readMemory(worker.pid()));
	}
	return {
		leads,
		seconds: (Date.now() - started) / 1000,
		memoryBefore,
		memoryMost,
		complete: vendors.calls.length >= leads,
	};
}
