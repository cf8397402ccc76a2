/**
 * The outbox's tables, as numbered migrations. Append only: a migration that ran somewhere is never changed.
 * What each column means, who reads it and when it is erased: STORAGE.md.
 */
const MIGRATIONS: readonly string[] = [
	// 1
	`create table meta (key text primary key, value text not null) without rowid;
	create table deliveries (
		number integer primary key,
		lead_id text not null,
		destination text not null,
		body_hash text not null,
		lead text,
		received_at integer not null,
		state text not null,
		due_at integer not null,
		attempts integer not null default 0,
		tries integer not null default 0,
		started_at integer,
		job text,
		reference text,
		reason text,
		settled_at integer,
		unique (lead_id, destination)
	);
	create index deliveries_due on deliveries (destination, attempts > 0, due_at) where state in ('queued', 'confirming');
	create table destinations (
		name text primary key,
		failures integer not null,
		closed_until integer,
		stopped text,
		since integer,
		next_call_at integer not null
	) without rowid;`,

	// 2: what the operator's API stands on. The index holds rare rows only; a lead that goes through never touches it.
	`alter table deliveries add column email_hash text;
	alter table deliveries add column phone_hash text;
	alter table deliveries add column restarted_at integer;
	create index deliveries_kept on deliveries (state) where state in ('parked', 'held', 'discarded');
	create table attempts (
		number integer not null,
		at integer not null,
		step text not null,
		state text not null,
		reason text,
		ms integer not null,
		primary key (number, at, step)
	) without rowid;
	create table audit (
		number integer primary key,
		at integer not null,
		who text not null,
		action text not null,
		detail text not null,
		count integer not null
	);`,

	// 3: alerts on their way to a person, and delivered leads whose data is erased later than their neighbours'.
	`create table notices (
		number integer primary key,
		way text not null,
		text text not null,
		due_at integer not null,
		tries integer not null default 0
	);
	create table erase_later (number integer primary key, erase_at integer not null);`,

	// 4: what screening compares and noticed, in columns of the row that is written anyway; and spent proofs of work.
	`alter table deliveries add column marks text;
	alter table deliveries add column signals text;
	create table spent_proofs (expires_at integer not null, id text not null, primary key (expires_at, id)) without rowid;`,
];

/** Brings an object's tables up to date. Safe to call at every start. */
export function migrate(storage: DurableObjectStorage): void {
	const { sql } = storage;
	sql.exec('create table if not exists migrations (version integer primary key, applied_at integer not null)');
	const done =
		sql.exec<{ version: number | null }>('select max(version) as version from migrations').one().version ?? 0;
	for (let version = done + 1; version <= MIGRATIONS.length; version++) {
		storage.transactionSync(() => {
			sql.exec(MIGRATIONS[version - 1] as string);
			sql.exec('insert into migrations (version, applied_at) values (?, ?)', version, Date.now());
		});
	}
}
