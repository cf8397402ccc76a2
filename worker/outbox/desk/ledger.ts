import type { DeliveryState } from '../protocol.ts';
import type { DeskDelivery, DeskPage, DeskQuery } from './protocol.ts';

type Row = {
	number: number;
	lead_id: string;
	destination: string;
	state: string;
	received_at: number;
	restarted_at: number | null;
	attempts: number;
	due_at: number;
	settled_at: number | null;
	reason: string | null;
	reference: string | null;
	lead?: string | null;
};

const COLUMNS =
	'number, lead_id, destination, state, received_at, restarted_at, attempts, due_at, settled_at, reason, reference';

/** Rows looked at for one page where no index helps; the page is then short, and its cursor goes on behind them. */
const SCAN_MAX = 5000;

/**
 * How far two leads' times may be out of the order of their numbers, in milliseconds: a lead is timed where it came
 * in and numbered where it is stored, and clocks differ.
 */
const SKEW_MS = 10 * 60 * 1000;

/** The rare states' own index, and the waiting ones'. Conditions must read like the index's own to be allowed. */
const INDEXED = {
	kept: `indexed by deliveries_kept where state in ('parked', 'held', 'discarded')`,
	active: `indexed by deliveries_due where state in ('queued', 'confirming')`,
} as const;

const INDEX_OF: Record<DeliveryState, keyof typeof INDEXED | undefined> = {
	queued: 'active',
	confirming: 'active',
	parked: 'kept',
	held: 'kept',
	discarded: 'kept',
	delivered: undefined,
};

/** Reads deliveries for the operator. What it costs depends on the page, not on how many leads were ever delivered. */
export class Ledger {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/** One delivery, with its lead. */
	find(number: number): (DeskDelivery & { lead: string | null }) | undefined {
		const row = this.#sql.exec<Row>(`select ${COLUMNS}, lead from deliveries where number = ?`, number).toArray()[0];
		return row && (toDelivery(row) as DeskDelivery & { lead: string | null });
	}

	/** A page of deliveries, newest first. */
	page(query: DeskQuery): DeskPage {
		const { from, to } = this.#range(query);
		if (from >= to) return { rows: [] };
		const index = query.state && INDEX_OF[query.state];
		const source = index ? INDEXED[index] : 'where true';
		const start = index || query.id !== undefined ? from : Math.max(from, to - SCAN_MAX);
		const filters: [condition: string, value: string | number | undefined][] = [
			['state = ?', query.state],
			['destination = ?', query.destination],
			['lead_id = ?', query.id],
			['received_at < ?', query.before],
			['received_at >= ?', query.after],
		];
		const asked = filters.filter(([, value]) => value !== undefined);
		const rows = this.#sql
			.exec<Row>(
				`select ${COLUMNS}${query.leads ? ', lead' : ''} from deliveries ${source}
				${asked.map(([condition]) => `and ${condition}`).join(' ')}
				and number >= ? and number < ? order by number desc limit ?`,
				...asked.map(([, value]) => value),
				start,
				to,
				query.limit + 1,
			)
			.toArray()
			.map(toDelivery);
		if (rows.length > query.limit) {
			const page = rows.slice(0, query.limit);
			return { rows: page, next: page.at(-1)?.number };
		}
		return { rows, next: start > from ? start : undefined };
	}

	/** The numbers that can matter: from the first up to, not including, the second. */
	#range({ before, after, below }: DeskQuery): { from: number; to: number } {
		const { first, last } = this.span();
		const from = after === undefined ? first : this.#firstSince(after - SKEW_MS);
		const until = before === undefined ? last + 1 : this.#firstSince(before + SKEW_MS);
		return { from, to: Math.min(until, below ?? until) };
	}

	/** The first and the last number there is; nothing between them is ever removed. */
	span(): { first: number; last: number } {
		return this.#sql
			.exec<{ first: number; last: number }>(
				`select coalesce((select min(number) from deliveries), 1) as first,
					coalesce((select max(number) from deliveries), 0) as last`,
			)
			.one();
	}

	/** The number of the first lead received at a time or later, by halving: leads are numbered in order of time. */
	#firstSince(time: number): number {
		const { first, last } = this.span();
		let low = first;
		let high = last + 1;
		while (low < high) {
			const middle = Math.floor((low + high) / 2);
			const row = this.#sql
				.exec<{ received_at: number }>(
					'select received_at from deliveries where number >= ? order by number limit 1',
					middle,
				)
				.one();
			if (row.received_at < time) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

function toDelivery(row: Row): DeskDelivery {
	return {
		number: row.number,
		leadId: row.lead_id,
		destination: row.destination,
		state: row.state as DeliveryState,
		receivedAt: row.received_at,
		restartedAt: row.restarted_at,
		attempts: row.attempts,
		dueAt: row.due_at,
		settledAt: row.settled_at,
		reason: row.reason,
		reference: row.reference,
		...(row.lead !== undefined && { lead: row.lead }),
	};
}
