import { Meta } from './meta.ts';

/**
 * Sends a lead that its destination has not taken for a set time by the site's second way as well. The first way goes
 * on being tried; if it succeeds before the second has gone out, the second is dropped.
 *
 * Rows are walked once, in the order in which they came, each when it is old enough or needs no second way any more.
 */

/** Most rows looked at in one run; and passed, before it is written down how far the walk has come. */
const BATCH = 200;

/** States of a lead that has not arrived. */
const NOT_ARRIVED: readonly string[] = ['queued', 'confirming', 'parked'];

/** The second way of one outbox. */
export class Fallback {
	readonly #sql: SqlStorage;
	readonly #meta: Meta;
	/** How far the walk has come, and how far it is written down; nothing before the first run. */
	#walked: { to: number; written: number } | undefined;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		this.#meta = new Meta(sql);
	}

	/**
	 * Queues the late leads for the second way.
	 * @param name the second way's destination
	 * @param afterMs how old a lead must be, in milliseconds
	 * @returns when the next lead would be late, epoch milliseconds; nothing when none waits
	 */
	run(name: string, afterMs: number, now: number): number | undefined {
		for (let looked = 0; looked < BATCH; looked++) {
			// One by one: nearly always the first is not late yet, or there is none.
			const [row] = this.#sql
				.exec<{ number: number; destination: string; state: string; received_at: number }>(
					'select number, destination, state, received_at from deliveries where number > ? order by number limit 1',
					this.#cursor().to,
				)
				.toArray();
			if (!row) return undefined;
			const waits = row.destination !== name && NOT_ARRIVED.includes(row.state);
			if (waits && row.received_at + afterMs > now) return row.received_at + afterMs;
			if (waits) this.#queue(row.number, name, now);
			this.#moveCursor(row.number, waits);
		}
		return now;
	}

	/** Queues a lead for the second way. */
	#queue(number: number, name: string, now: number): void {
		this.#sql.exec(
			`insert or ignore into deliveries
					(lead_id, destination, body_hash, lead, received_at, state, due_at, email_hash, phone_hash)
				select lead_id, ?, body_hash, lead, received_at, 'queued', ?, email_hash, phone_hash from deliveries where number = ? and lead is not null`,
			name,
			now,
			number,
		);
	}

	/** Drops the second way of a lead that has arrived by the first, if it has not gone out yet. */
	drop(leadId: string, name: string, now: number): void {
		this.#sql.exec(
			`update deliveries set state = 'discarded', reason = 'arrived by the first way', lead = null, settled_at = ?
			where lead_id = ? and destination = ? and state = 'queued' and started_at is null`,
			now,
			leadId,
			name,
		);
	}

	#cursor(): { to: number; written: number } {
		if (!this.#walked) {
			const to = this.#meta.readNumber('fallback_to');
			this.#walked = { to, written: to };
		}
		return this.#walked;
	}

	/** Moves on; written down where a lead was queued, and else now and then, so that most leads cost no write. */
	#moveCursor(number: number, queued: boolean): void {
		const cursor = this.#cursor();
		cursor.to = number;
		if (!queued && number - cursor.written < BATCH) return;
		cursor.written = number;
		this.#meta.write('fallback_to', number);
	}
}
