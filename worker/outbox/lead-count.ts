/**
 * Whether a site's leads of some last stretch of time have reached a cap, exactly. Rows are numbered in order of time, so
 * that the stretch is known by its ends; it is counted only where it holds enough rows to reach the cap at all. Between two
 * looks nothing is read: as many leads as were free at the last one fit in, however long ago that was.
 */
export class LeadCount {
	readonly #sql: SqlStorage;
	readonly #windowMs: number;
	/** The number of the first row of the stretch; no row before it is of any interest again. */
	#first = 1;
	/** How many leads more there may be before the cap could be reached, and the cap that is meant. */
	#free = { leads: 0, cap: 0 };

	constructor(sql: SqlStorage, windowMs: number) {
		this.#sql = sql;
		this.#windowMs = windowMs;
	}

	/** Takes in that a lead was stored. */
	add(): void {
		this.#free.leads--;
	}

	/** Whether so many leads, or more, came within the stretch that ends `now`. */
	hasReached(cap: number, now: number): boolean {
		if (this.#free.cap !== cap || this.#free.leads <= 0) this.#free = { leads: cap - this.#count(cap, now), cap };
		return this.#free.leads <= 0;
	}

	/** The leads of the stretch; where its rows are fewer than the cap, the rows will do. */
	#count(cap: number, now: number): number {
		const since = now - this.#windowMs;
		const last = this.#sql.exec<{ last: number | null }>('select max(number) as last from deliveries').one().last ?? 0;
		this.#first = this.#isBefore(last, since) ? last + 1 : this.#search(since, last);
		const rows = last - this.#first + 1;
		if (rows < cap) return rows;
		return this.#sql
			.exec<{ count: number }>(
				'select count(distinct lead_id) as count from deliveries where number >= ? and received_at > ?',
				this.#first,
				since,
			)
			.one().count;
	}

	/** The first number of the stretch: where it was, mostly; else by halving. */
	#search(since: number, last: number): number {
		let low = this.#first;
		let high = last + 1;
		for (let middle = low; low < high; middle = Math.floor((low + high) / 2)) {
			if (this.#isBefore(middle, since)) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** Whether the row of this number, or the first after it, came before a time: a shard's numbers begin late. */
	#isBefore(number: number, since: number): boolean {
		const [row] = this.#sql
			.exec<{ received_at: number }>(
				'select received_at from deliveries where number >= ? order by number limit 1',
				number,
			)
			.toArray();
		return row !== undefined && row.received_at <= since;
	}
}
