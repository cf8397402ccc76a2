import { RpcTarget } from 'cloudflare:workers';
import type { ConsoleRefusals } from '../../../contract/console.ts';
import { addFailure, type Failures, waitOf } from './lock-out-policy.ts';
import type { DoorkeeperStub } from './protocol.ts';

/** Most clients remembered, about 100 kB; the ones forgotten first go first. */
const CLIENTS_MAX = 1000;

/** How many days of counts are handed out. */
const DAYS = 90;

/**
 * Remembers wrong tokens for the whole Worker, wherever in the world they were tried: one object, named `console`, which
 * no site's id can be. Its tables are made when it is first asked for, so that the sites' outboxes have none of them.
 */
export class Doorkeeper extends RpcTarget implements DoorkeeperStub {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		super();
		this.#sql = sql;
		sql.exec(`create table if not exists door_clients (client text primary key, failures integer not null,
			until integer not null) without rowid;
			create table if not exists door_days (day text primary key, refused integer not null,
			locked_out integer not null) without rowid;`);
	}

	async refuse(client: string): Promise<number> {
		const now = Date.now();
		const before = this.#find(client);
		const after = addFailure(before, now);
		const wait = waitOf(after, now);
		this.#sql.exec('delete from door_clients where until <= ?', now);
		this.#sql.exec(
			`delete from door_clients where client in
				(select client from door_clients order by until limit max(0, (select count(*) from door_clients) - ?))`,
			CLIENTS_MAX - 1,
		);
		this.#sql.exec(
			'insert or replace into door_clients (client, failures, until) values (?, ?, ?)',
			client,
			after.failures,
			after.until,
		);
		this.#sql.exec(
			`insert into door_days (day, refused, locked_out) values (?, 1, ?)
				on conflict do update set refused = refused + 1, locked_out = locked_out + excluded.locked_out`,
			new Date(now).toISOString().slice(0, 10),
			wait > 0 && waitOf(before, now) === 0 ? 1 : 0,
		);
		return wait;
	}

	async waitOf(client: string): Promise<number> {
		return waitOf(this.#find(client), Date.now());
	}

	async refusals(): Promise<ConsoleRefusals[]> {
		return this.#sql
			.exec<{ day: string; refused: number; lockedOut: number }>(
				'select day, refused, locked_out as lockedOut from door_days order by day desc limit ?',
				DAYS,
			)
			.toArray();
	}

	#find(client: string): Failures | undefined {
		return this.#sql
			.exec<{ failures: number; until: number }>('select failures, until from door_clients where client = ?', client)
			.toArray()[0];
	}
}
