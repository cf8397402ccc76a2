import type { Figures } from '../support/figures.ts';

type Counted = { statement: string; cursor: SqlStorageCursor<Record<string, SqlStorageValue>> };

/** Cursors kept before they are added up: they know their rows only once they were read. */
const CURSORS_MAX = 500;

/** Counts the rows that an object's own statements read and write, as SQLite's cursors tell them. */
export class Meter {
	#open: Counted[] = [];
	#figures = none();
	#quiet = false;

	constructor(storage: DurableObjectStorage) {
		const { sql } = storage;
		const exec = sql.exec.bind(sql) as typeof sql.exec;
		const setAlarm = storage.setAlarm.bind(storage);
		sql.exec = ((statement: string, ...values: SqlStorageValue[]) => {
			const cursor = exec(statement, ...values);
			if (!this.#quiet) this.#note(statement, cursor);
			return cursor;
		}) as typeof sql.exec;
		storage.setAlarm = (time, options) => {
			this.#figures.alarmsSet++;
			return setAlarm(time, options);
		};
	}

	/** Notes a call of the object. */
	countCall(): void {
		this.#figures.calls++;
	}

	/** The figures since the last call. */
	take(): Figures {
		this.#add();
		const figures = this.#figures;
		this.#figures = none();
		return figures;
	}

	/** Runs something that is not counted. */
	quietly<T>(run: () => T): T {
		this.#quiet = true;
		try {
			return run();
		} finally {
			this.#quiet = false;
		}
	}

	#note(statement: string, cursor: Counted['cursor']): void {
		this.#open.push({ statement: statement.replace(/\s+/g, ' ').trim(), cursor });
		if (this.#open.length > CURSORS_MAX) this.#add();
	}

	#add(): void {
		// The newest may still be read from.
		for (const { statement, cursor } of this.#open.splice(0)) {
			const { rowsRead, rowsWritten } = cursor;
			this.#figures.rowsRead += rowsRead;
			this.#figures.rowsWritten += rowsWritten;
			const { statements } = this.#figures;
			const sum = statements[statement] ?? { calls: 0, rowsRead: 0, rowsWritten: 0 };
			statements[statement] = sum;
			sum.calls++;
			sum.rowsRead += rowsRead;
			sum.rowsWritten += rowsWritten;
		}
	}
}

function none(): Figures {
	return { rowsRead: 0, rowsWritten: 0, alarmsSet: 0, calls: 0, statements: {} };
}
