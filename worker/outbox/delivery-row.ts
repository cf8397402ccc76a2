import type { Delivery } from './delivery.ts';

/** A delivery as SQLite gives it. What each column means: STORAGE.md. */
export type DeliveryRow = {
	number: number;
	lead_id: string;
	destination: string;
	lead: string | null;
	received_at: number;
	restarted_at: number | null;
	state: string;
	due_at: number;
	attempts: number;
	tries: number;
	started_at: number | null;
	job: string | null;
	reference: string | null;
	reason: string | null;
};

/** What is read of a delivery, in SQL. */
export const COLUMNS = `number, lead_id, destination, lead, received_at, restarted_at, state, due_at, attempts, tries,
	started_at, job, reference, reason`;

/** Reads a row. */
export function toDelivery(row: DeliveryRow): Delivery {
	return {
		number: row.number,
		leadId: row.lead_id,
		destination: row.destination,
		lead: row.lead,
		receivedAt: row.received_at,
		restartedAt: row.restarted_at,
		state: row.state as Delivery['state'],
		dueAt: row.due_at,
		attempts: row.attempts,
		tries: row.tries,
		startedAt: row.started_at,
		job: row.job,
		reference: row.reference,
		reason: row.reason,
	};
}
