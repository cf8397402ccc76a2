/**
 * Sends a lead that its destination has not taken for a set time by the site's second way as well. The first way goes
 * on being tried; if it succeeds before the second has gone out, the second is dropped.
 *
 * Rows are walked once, in the order in which they came, each when it is old enough.
 */

/** Most rows looked at in one run. */
const BATCH = 200;

/** The second way of one outbox. */
export class Fallback {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/**
	 * Queues the late leads for the second way.
	 * @param name the second way's destination
	 * @param afterMs how old a lead must be, in milliseconds
	 * @returns when the next lead would be late, epoch milliseconds; nothing when none waits
	 */
	run(name: string, afterMs: number, now: number): number | undefined {
		const late = this.#sql
			.exec<{ number: number; received_at: number }>(
				`select number, received_at from deliveries
				where number > ? and destination <> ? and state in ('queued', 'confirming', 'parked') order by number limit ?`,
				this.#cursor(),
				name,
				BATCH,
			)
			.toArray();
		for (const { number, received_at } of late) {
			if (received_at + afterMs > now) return received_at + afterMs;
			this.#sql.exec(
				`insert or ignore into deliveries
					(lead_id, destination, body_hash, lead, received_at, state, due_at, email_hash, phone_hash)
				select lead_id, ?, body_hash, lead, received_at, 'queued', ?, email_hash, phone_hash from deliveries where number = ? and lead is not null`,
				name,
				now,
				number,
			);
			this.#moveCursor(number);
		}
		return late.length === BATCH ? now : undefined;
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

	#cursor(): number {
		const [row] = this.#sql.exec<{ value: string }>(`select value from meta where key = 'fallback_to'`).toArray();
		return Number(row?.value ?? 0);
	}

	#moveCursor(number: number): void {
		this.#sql.exec(
			`insert into meta (key, value) values ('fallback_to', ?) on conflict (key) do update set value = excluded.value`,
			String(number),
		);
	}
}
