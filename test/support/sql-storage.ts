import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { migrate } from '../../worker/outbox/schema.ts';

/** The runtime's own types, as far as the outbox's rows need them and this stand-in has them. */
declare global {
	interface SqlStorageCursor<T> {
		toArray(): T[];
		one(): T;
	}
	interface SqlStorage {
		exec<T = Record<string, unknown>>(query: string, ...values: unknown[]): SqlStorageCursor<T>;
	}
	interface DurableObjectStorage {
		sql: SqlStorage;
		transactionSync(run: () => void): void;
	}
}

/** Opens an empty storage with the outbox's tables. */
export function openTestStorage(): SqlStorage {
	const database = new DatabaseSync(':memory:');
	const sql: SqlStorage = {
		exec<T>(query: string, ...values: unknown[]) {
			// A script of several statements takes no values and gives no rows.
			const isScript = values.length === 0 && !/^\s*(select|explain|update|delete|insert)/i.test(query);
			if (isScript) database.exec(query);
			const rows = isScript ? [] : (database.prepare(query).all(...(values as SQLInputValue[])) as T[]);
			return { toArray: () => rows, one: () => rows[0] as T };
		},
	};
	migrate({ sql, transactionSync: (run) => run() });
	return sql;
}
