import type { Lead } from '../../contract/lead.ts';
import type { Delivery, DeliveryChange } from './delivery.ts';
import { COLUMNS, type DeliveryRow, toDelivery } from './delivery-row.ts';
import type { PersonHashes } from './person-hash.ts';
import type { DeliveryStatus } from './protocol.ts';

/** Must read like the index's own condition, or SQLite won't use the index. */
const ACTIVE = `state in ('queued', 'confirming')`;

/** The outbox's rows: plain SQL, no decisions. Every call is synchronous and commits with its neighbours. */
export class OutboxStore {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/** The hash of the body stored under a lead's id; undefined where there is no such lead. */
	bodyHashOf(leadId: string): string | undefined {
		return this.#sql
			.exec<{ body_hash: string }>('select body_hash from deliveries where lead_id = ? limit 1', leadId)
			.toArray()[0]?.body_hash;
	}

	/** The deliveries of one lead. */
	deliveriesOf(leadId: string): Delivery[] {
		return this.#sql
			.exec<DeliveryRow>(`select ${COLUMNS} from deliveries where lead_id = ? order by number`, leadId)
			.toArray()
			.map(toDelivery);
	}

	/** The lead of a delivery that screening compares with another; nothing where it was erased or discarded since. */
	findCompared(number: number, words: string): { id: string; lead: Lead } | undefined {
		const [row] = this.#sql
			.exec<{ lead_id: string; lead: string | null }>(
				`select lead_id, lead from deliveries where number = ? and json_extract(marks, '$.words') = ?`,
				number,
				words,
			)
			.toArray();
		return row?.lead ? { id: row.lead_id, lead: JSON.parse(row.lead) as Lead } : undefined;
	}

	/** Holds a delivery that waits for answers, by what they tell. */
	hold(number: number, reason: string): void {
		this.#sql.exec(`update deliveries set state = 'held', reason = ? where number = ?`, reason, number);
	}

	/** Changes the words of a delivery that waits for answers, and when it goes out. */
	rewrite(number: number, lead: string, dueAt: number): void {
		this.#sql.exec('update deliveries set lead = ?, due_at = ? where number = ?', lead, dueAt, number);
	}

	/** Adds the hashes of contact data that came with further answers; the numbers known before keep theirs. */
	addHashes(number: number, { emailHash, phoneHash }: PersonHashes): void {
		if (emailHash === null && phoneHash === null) return;
		this.#sql.exec(
			`update deliveries set email_hash = coalesce(?, email_hash),
				phone_hash = nullif(trim(coalesce(phone_hash, '') || ' ' || coalesce(?, '')), '') where number = ?`,
			emailHash,
			phoneHash,
			number,
		);
	}

	/**
	 * A destination's active deliveries due at `now`, the longest due first.
	 * @param tried those that were attempted before, or those that were not: the two lanes
	 */
	due(destination: string, tried: boolean, now: number, limit: number): Delivery[] {
		return this.#sql
			.exec<DeliveryRow>(
				`select ${COLUMNS} from deliveries
				where ${ACTIVE} and destination = ? and (attempts > 0) = ? and due_at <= ? order by due_at limit ?`,
				destination,
				Number(tried),
				now,
				limit,
			)
			.toArray()
			.map(toDelivery);
	}

	/** When a destination's earliest active deliveries of a lane are due, with their numbers; the earliest first. */
	upcoming(destination: string, tried: boolean, limit: number): { number: number; dueAt: number }[] {
		return this.#sql
			.exec<{ number: number; due_at: number }>(
				`select number, due_at from deliveries
				where ${ACTIVE} and destination = ? and (attempts > 0) = ? order by due_at limit ?`,
				destination,
				Number(tried),
				limit,
			)
			.toArray()
			.map((row) => ({ number: row.number, dueAt: row.due_at }));
	}

	/** Writes down that an attempt begins, so that a crash leaves a trace of it. */
	markStarted(number: number, now: number): void {
		this.#sql.exec('update deliveries set started_at = ?, attempts = attempts + 1 where number = ?', now, number);
	}

	/**
	 * Writes down what a step came to. A delivery that a person discarded while the step was under way stays
	 * discarded, unless the vendor has it: then the reference tells where else it has to be erased.
	 */
	settle(number: number, change: DeliveryChange, now: number): void {
		this.#sql.exec(
			`update deliveries set state = ?, due_at = ?, attempts = ?, tries = ?, started_at = ?, job = ?, reference = ?,
				reason = ?, settled_at = ? where number = ? and (state <> 'discarded' or ? = 'delivered')`,
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
			change.state,
		);
	}

	/** Moves a delivery's next step to a later time, and nothing else. */
	postpone(number: number, dueAt: number): void {
		this.#sql.exec('update deliveries set due_at = ? where number = ?', dueAt, number);
	}

	/**
	 * Brings forward what waits only because its destination was in trouble: retries at once and in the order in which
	 * their leads came; look-ups as soon as the vendor must be done with any call that it has not answered.
	 * @param leaseMs how long after an attempt began that is
	 */
	hasten(destination: string, now: number, leaseMs: number, limit: number): void {
		this.#sql.exec(
			`update deliveries set due_at = iif(state = 'queued', min(coalesce(restarted_at, received_at), ?), ?) where number in (
				select number from deliveries where ${ACTIVE} and destination = ? and (attempts > 0) = 1 and due_at > ?
				and started_at is null and job is null and (state = 'queued' or due_at > ?) order by due_at limit ?)`,
			now,
			now + leaseMs,
			destination,
			now,
			now + leaseMs,
			limit,
		);
	}

	/** The receipt in what is stored of a lead, if any. All its rows hold the same, but those that were emptied. */
	receiptOf(leadId: string): string | undefined {
		return this.#sql
			.exec<{ receipt: string }>(
				`select json_extract(lead, '$.receipt') as receipt from deliveries
				where lead_id = ? and json_extract(lead, '$.receipt') is not null order by number limit 1`,
				leadId,
			)
			.toArray()[0]?.receipt;
	}

	/** Where a lead stands at each destination. */
	statusOf(leadId: string): DeliveryStatus[] {
		return this.#sql
			.exec<{ destination: string; state: string }>(
				'select destination, state from deliveries where lead_id = ? order by number',
				leadId,
			)
			.toArray() as DeliveryStatus[];
	}
}
