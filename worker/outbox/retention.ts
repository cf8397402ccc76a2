import { Meta } from './meta.ts';

/**
 * Erases the personal data of delivered leads when their time is over; ids, hashes, states, times and the consent
 * record stay (STORAGE.md). Parked and held leads wait for a person, however long.
 *
 * Rows are walked once, in the order in which they came. What was not delivered when its time was over is noted, and
 * erased when its own time after delivery is over.
 */

/** Most rows erased at a time, so that one run stays short. */
const BATCH = 200;

/** How often an outbox looks, in milliseconds. */
const INTERVAL_MS = 24 * 60 * 60 * 1000;

/**
 * What stays of a lead: its consents and their sealed receipt, its language, when it came, and that it was erased. The
 * patch leaves the receipt's name out where there is none (RFC 7396).
 */
const SKELETON = `json_patch(
	json_object('id', lead_id, 'consent', json_extract(lead, '$.consent'), 'language', json_extract(lead, '$.language'),
		'receivedAt', received_at, 'erased', json('true')),
	json_object('receipt', json_extract(lead, '$.receipt')))`;

/** The erasing of one outbox. */
export class Retention {
	readonly #sql: SqlStorage;
	readonly #meta: Meta;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		this.#meta = new Meta(sql);
	}

	/**
	 * Erases what is due, a batch at a time.
	 * @param keepMs how long a delivered lead is kept whole, in milliseconds
	 * @returns when to look again, epoch milliseconds; nothing when no lead is left to erase
	 */
	run(now: number, keepMs: number): number | undefined {
		const cutoff = now - keepMs;
		const more = this.#walk(cutoff, keepMs) || this.#eraseNoted(now);
		if (more) return now;
		const left = this.#sql.exec('select 1 from deliveries where number > ? limit 1', this.#cursor()).toArray();
		const noted = this.#sql.exec('select 1 from erase_later limit 1').toArray();
		return left.length > 0 || noted.length > 0 ? now + INTERVAL_MS : undefined;
	}

	/** Notes a delivery that ended after its turn had passed. Call it for every delivery that ends. */
	note(number: number, endedAt: number, keepMs: number): void {
		if (number > this.#cursor()) return;
		this.#sql.exec('insert or replace into erase_later (number, erase_at) values (?, ?)', number, endedAt + keepMs);
	}

	/** Walks the rows whose time is over; true when there are more. */
	#walk(cutoff: number, keepMs: number): boolean {
		// Up to the first row that is young, which is nearly always the first of all: most looks cost one row.
		const rows = this.#next(1).some(({ received_at }) => received_at < cutoff) ? this.#next(BATCH) : [];
		const young = rows.findIndex(({ received_at }) => received_at >= cutoff);
		if (young >= 0) rows.length = young;
		for (const { number, state, settled_at } of rows) {
			if (state !== 'delivered') continue;
			if ((settled_at ?? 0) < cutoff) this.#erase(number);
			else
				this.#sql.exec(
					'insert or replace into erase_later (number, erase_at) values (?, ?)',
					number,
					(settled_at ?? 0) + keepMs,
				);
		}
		const last = rows.at(-1);
		if (last) this.#meta.write('erased_to', last.number);
		return rows.length === BATCH;
	}

	/** The rows after those that were walked. */
	#next(limit: number) {
		return this.#sql
			.exec<{ number: number; state: string; received_at: number; settled_at: number | null }>(
				'select number, state, received_at, settled_at from deliveries where number > ? order by number limit ?',
				this.#cursor(),
				limit,
			)
			.toArray();
	}

	#eraseNoted(now: number): boolean {
		const rows = this.#sql
			.exec<{ number: number }>('select number from erase_later where erase_at <= ? limit ?', now, BATCH)
			.toArray();
		for (const { number } of rows) {
			this.#erase(number);
			this.#sql.exec('delete from erase_later where number = ?', number);
		}
		return rows.length === BATCH;
	}

	#erase(number: number): void {
		this.#sql.exec(
			`update deliveries set lead = ${SKELETON}, marks = null where number = ? and state = 'delivered'`,
			number,
		);
	}

	#cursor(): number {
		return this.#meta.readNumber('erased_to');
	}
}
