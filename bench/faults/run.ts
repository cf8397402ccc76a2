import { randomUUID } from 'node:crypto';
import { until } from '../../test/support/until.ts';
import type { MeteredWorker } from '../support/bench-worker.ts';
import { postLead, toLead } from '../support/leads.ts';
import type { Vendors } from '../support/vendors.ts';
import type { Case } from './cases.ts';

/** What became of one lead. */
export interface Ending {
	vendor: string;
	behaviour: string;
	/** The status the visitor got. */
	seen: number;
	/** The state after the step that the behaviour met, and why. */
	first: string;
	/** Times the lead was sent. */
	sent: number;
	state: string;
	/** Records of it at the vendor. */
	held: number;
}

type Row = {
	state: string;
	attempts: number;
	tries: number;
	due_at: number;
	started_at: number | null;
	reason: string | null;
};

/** How long a step may take, in milliseconds: a time-out, the vendor's own time after it, and a slow machine. */
const STEP_MAX_MS = 20_000;

/** Steps after the behaviour is lifted until a lead must have ended. */
const STEPS_MAX = 12;

/** Later than this many milliseconds from now a step waits for the schedule, and not for the vendor: 1.5 s is the longest. */
const LEASE_MAX_MS = 1600;

/** Lets one lead come while its vendor behaves in one way, lifts that, and follows the lead to its end. */
export async function runCase(worker: MeteredWorker, vendors: Vendors, vendor: string, one: Case): Promise<Ending> {
	await reset(worker, vendors, vendor);
	await vendors.behave(vendor, one.manners);
	const id = randomUUID();
	const rowOf = async () =>
		(await worker.query<Row>(vendor, `select * from deliveries where lead_id = '${id}'`))[0] as Row;
	const seen = await postLead(worker.url, vendor, toLead(vendor, id));

	const stepped = async (before?: Row) =>
		until(
			`a step of ${vendor}, ${one.name}`,
			async () => {
				const row = await rowOf();
				const moved = row.tries !== before?.tries || row.attempts !== before?.attempts || row.state !== before?.state;
				return row.started_at === null && row.attempts > 0 && moved && row;
			},
			STEP_MAX_MS,
		);
	let row = await stepped();
	if (one.later) {
		await hasten(worker, vendor, row);
		row = await stepped(row);
	}
	const first = row.reason === null ? row.state : `${row.state}: ${row.reason}`;

	await vendors.behave(vendor, {});
	for (let i = 0; i < STEPS_MAX && (row.state === 'queued' || row.state === 'confirming'); i++) {
		await hasten(worker, vendor, row);
		row = await stepped(row);
	}
	const sent = vendors.calls.filter(({ leadId, method }) => leadId === id && method === 'POST').length;
	const held = vendors.held(vendor).filter((record) => record.includes(id)).length;
	return { vendor, behaviour: one.name, seen, first, sent, state: row.state, held };
}

/** Makes what waits for the schedule due, and opens the gate, as if time had passed. */
async function hasten(worker: MeteredWorker, site: string, row: Row): Promise<void> {
	const late = row.due_at > Date.now() + LEASE_MAX_MS;
	if (late) await worker.query(site, 'update deliveries set due_at = 0');
	await worker.query(site, 'delete from destinations');
	await worker.forget(site);
}

async function reset(worker: MeteredWorker, vendors: Vendors, site: string): Promise<void> {
	for (const table of ['deliveries', 'destinations', 'attempts']) await worker.query(site, `delete from ${table}`);
	await worker.forget(site);
	vendors.clear(site);
}
