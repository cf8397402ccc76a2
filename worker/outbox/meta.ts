/** What an outbox remembers by name: which site it belongs to, how far its walks have come, what was told. */
export class Meta {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/** A remembered value. */
	read(key: string): string | undefined {
		return this.#sql.exec<{ value: string }>('select value from meta where key = ?', key).toArray()[0]?.value;
	}

	/** A remembered whole number; 0 where there is none. */
	readNumber(key: string): number {
		return Number(this.read(key) ?? 0);
	}

	/** Remembers a value. */
	write(key: string, value: string | number): void {
		this.#sql.exec(
			'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
			key,
			String(value),
		);
	}
}
