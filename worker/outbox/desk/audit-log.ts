import type { ConsoleAction } from '../../../contract/console.ts';
import type { AuditEntry, DeskPage, Who } from './protocol.ts';

type Row = Omit<AuditEntry, 'detail'> & { detail: string };

/**
 * Who did what to a site's leads, when, and to how many. Rows are only ever added, and their counts raised. Written
 * together with what they tell of, so that neither is on disk without the other.
 */
export class AuditLog {
	readonly #sql: SqlStorage;
	readonly #above: number;

	/** @param above the number below the first row's: 0, or where a shard's numbers begin */
	constructor(sql: SqlStorage, above: number) {
		this.#sql = sql;
		this.#above = above;
	}

	/**
	 * Writes one action down.
	 * @param detail what was asked; never a value that could name a person
	 * @returns the row's number, for `count`
	 */
	add(who: Who, action: ConsoleAction, detail: object, count: number, now: number): number {
		return this.#sql
			.exec<{ number: number }>(
				`insert into audit (number, at, who, action, detail, count)
				values ((select coalesce(max(number), ?) + 1 from audit), ?, ?, ?, ?, ?) returning number`,
				this.#above,
				now,
				who,
				action,
				JSON.stringify(detail),
				count,
			)
			.one().number;
	}

	/** Adds to an action's count, where it takes several calls. */
	count(number: number, more: number): void {
		if (more > 0) this.#sql.exec('update audit set count = count + ? where number = ?', more, number);
	}

	/** A page of the log, newest first. */
	page(below: number | undefined, limit: number): DeskPage<AuditEntry> {
		const rows = this.#sql
			.exec<Row>(
				'select number, at, who, action, detail, count from audit where number < ? order by number desc limit ?',
				below ?? Number.MAX_SAFE_INTEGER,
				limit + 1,
			)
			.toArray()
			.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }));
		return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.number : undefined };
	}
}
