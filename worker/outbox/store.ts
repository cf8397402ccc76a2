import type { Delivery, DeliveryChange } from './delivery.ts';

type Row = {
	number: number;
	lead_id: string;
	destination: string;
	lead: string | null;
	received_at: number;
	state: string;
	due_at: number;
	attempts: number;
	tries: number;
	started_at: number | null;
	job: string | null;
	reference: string | null;
	reason: string | null;
};

const COLUMNS =
	'number, lead_id, destination, lead, received_at, state, due_at, attempts, tries, started_at, job, reference, reason';

/** Must read like the index's own condition, or SQLite won't use the index. */
const ACTIVE = `state in ('queued', 'confirming')`;

/** The outbox's rows: plain SQL, no decisions. Every call is synchronous and commits with its neighbours. */
export class OutboxStore {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/** The hash of the body stored under a lead's id, if any. */
	bodyHashOf(leadId: string): string | undefined {
		return this.#sql
			.exec<{ body_hash: string }>('select body_hash from deliveries where lead_id = ? limit 1', leadId)
			.toArray()[0]?.body_hash;
	}

	/** Stores one lead for one destination, due at once. */
	insert(delivery: { leadId: string; destination: string; bodyHash: string; lead: string; receivedAt: number }): void {
		this.#sql.exec(
			`insert into deliveries (lead_id, destination, body_hash, lead, received_at, state, due_at)
			values (?, ?, ?, ?, ?, 'queued', ?)`,
			delivery.leadId,
			delivery.destination,
			delivery.bodyHash,
			delivery.lead,
			delivery.receivedAt,
			delivery.receivedAt,
		);
	}

	/** The active deliveries due at `now`, the longest due first. */
	due(now: number, limit: number): Delivery[] {
		return this.#sql
			.exec<Row>(
				`select ${COLUMNS} from deliveries where ${ACTIVE} and due_at <= ? order by due_at limit ?`,
				now,
				limit,
			)
			.toArray()
			.map(toDelivery);
	}

	/** When the earliest active deliveries are due, with their numbers; the earliest first. */
	upcoming(limit: number): { number: number; dueAt: number }[] {
		return this.#sql
			.exec<{ number: number; due_at: number }>(
				`select number, due_at from deliveries where ${ACTIVE} order by due_at limit ?`,
				limit,
			)
			.toArray()
			.map((row) => ({ number: row.number, dueAt: row.due_at }));
	}

	/** Writes down that an attempt begins, so that a crash leaves a trace of it. */
	markStarted(number: number, now: number): void {
		this.#sql.exec('update deliveries set started_at = ?, attempts = attempts + 1 where number = ?', now, number);
	}

	/** Moves a delivery's next step to a later time, and nothing else. */
	postpone(number: number, dueAt: number): void {
		this.#sql.exec('update deliveries set due_at = ? where number = ?', dueAt, number);
	}

	/** Writes down what a step came to. */
	settle(number: number, change: DeliveryChange, now: number): void {
		this.#sql.exec(
			`update deliveries set state = ?, due_at = ?, attempts = ?, tries = ?, started_at = ?, job = ?, reference = ?,
				reason = ?, settled_at = ? where number = ?`,
			change.state,
			change.dueAt,
			change.attempts,
			change.tries,
			change.startedAt,
			change.job,
			change.reference,
			change.reason,
			now,
			number,
		);
	}

	/** Reads a remembered value, such as the site this outbox belongs to. */
	readMeta(key: string): string | undefined {
		return this.#sql.exec<{ value: string }>('select value from meta where key = ?', key).toArray()[0]?.value;
	}

	/** Remembers a value. */
	writeMeta(key: string, value: string): void {
		this.#sql.exec(
			'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
			key,
			value,
		);
	}
}

function toDelivery(row: Row): Delivery {
	return {
		number: row.number,
		leadId: row.lead_id,
		destination: row.destination,
		lead: row.lead,
		receivedAt: row.received_at,
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
