import type { Gate } from './gate.ts';

type Row = {
	name: string;
	failures: number;
	closed_until: number | null;
	stopped: string | null;
	since: number | null;
	next_call_at: number;
};

/** A destination's gate, and when its next call is due under its limit. */
export interface DestinationState {
	gate: Gate;
	nextCallAt: number;
}

/** Every destination's state that was ever written down. */
export function readDestinations(sql: SqlStorage): Map<string, DestinationState> {
	const rows = sql.exec<Row>('select * from destinations').toArray();
	return new Map(
		rows.map((row) => [
			row.name,
			{
				gate: { failures: row.failures, closedUntil: row.closed_until, stopped: row.stopped, since: row.since },
				nextCallAt: row.next_call_at,
			},
		]),
	);
}

/** Writes down a destination's state. */
export function writeDestination(sql: SqlStorage, name: string, { gate, nextCallAt }: DestinationState): void {
	sql.exec(
		`insert into destinations (name, failures, closed_until, stopped, since, next_call_at) values (?, ?, ?, ?, ?, ?)
		on conflict (name) do update set failures = excluded.failures, closed_until = excluded.closed_until,
			stopped = excluded.stopped, since = excluded.since, next_call_at = excluded.next_call_at`,
		name,
		gate.failures,
		gate.closedUntil,
		gate.stopped,
		gate.since,
		nextCallAt,
	);
}
