import type { Destination } from '../../site/destination.ts';
import type { DeliveryState } from '../protocol.ts';
import type { DeskDelivery, DeskResult, ReplayQuery } from './protocol.ts';

/** Most parked deliveries started afresh in one call: the object serves visitors in between. */
const BATCH = 500;

/** Whether an action may be done to a delivery; no answer means yes. Pure. */
type Objection = Extract<DeskResult, { ok: false }>['refusal'] | undefined;

/** What stands against replaying a delivery. */
export function objectToReplay(
	{ state, lead }: Pick<DeskDelivery, 'state'> & { lead: string | null },
	{ confirmed, underWay, known }: { confirmed: boolean; underWay: boolean; known: boolean },
): Objection {
	if (isErased(lead)) return 'erased';
	if (state !== 'parked' && state !== 'delivered') return 'wrong_state';
	if (!known) return 'no_destination';
	if (state === 'delivered' && !confirmed) return 'confirm_required';
	return underWay ? 'under_way' : undefined;
}

/** Whether a lead's personal data is gone: all of it, or all but what retention leaves. Pure. */
function isErased(lead: string | null): boolean {
	return lead === null || (JSON.parse(lead) as { erased?: boolean }).erased === true;
}

/**
 * Where a replay starts. A parked lead that was sent before may have arrived after all: where the vendor can be
 * looked up, it is, and sent only if it is not there. A delivered one is there; who replays it wants it sent.
 */
export function toReplayState(state: DeliveryState, attempts: number, canBeFound: boolean): 'queued' | 'confirming' {
	return state === 'parked' && attempts > 0 && canBeFound ? 'confirming' : 'queued';
}

/** Writes down what a person decides about deliveries. */
export class Decisions {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/** Gives a delivery a fresh start, due now, with its whole time before it. */
	restart(number: number, state: 'queued' | 'confirming', now: number): void {
		this.#sql.exec(
			`update deliveries set state = ?, due_at = ?, restarted_at = ?, settled_at = ?, tries = 0, started_at = null,
				job = null where number = ?`,
			state,
			now,
			now,
			now,
			number,
		);
	}

	/** Ends a delivery: its personal data goes, its trace stays. */
	discard(number: number, now: number): void {
		this.#sql.exec(
			`update deliveries set state = 'discarded', settled_at = ?, lead = null, body_hash = '', marks = null, email_hash = null,
				phone_hash = null, started_at = null, job = null where number = ?`,
			now,
			number,
		);
	}

	/**
	 * Gives parked deliveries of some destinations a fresh start, one batch of them, in the order of their numbers.
	 * @param last the number the batch before ended with, 0 at first
	 * @returns how many, and the number this batch ended with where there may be more
	 */
	restartParked(
		destinations: readonly Destination[],
		{ since, reason }: ReplayQuery,
		last: number,
		now: number,
	): { count: number; last?: number } {
		const rows = this.#sql
			.exec<{ number: number; destination: string; attempts: number }>(
				`select number, destination, attempts from deliveries indexed by deliveries_kept
				where state in ('parked', 'held', 'discarded') and state = 'parked' and number > ? and settled_at >= ?
				and destination in (select value from json_each(?)) and lead is not null and instr(lower(coalesce(reason, '')), lower(?)) > 0
				order by number limit ?`,
				last,
				since,
				JSON.stringify(destinations.map(({ name }) => name)),
				reason ?? '',
				BATCH,
			)
			.toArray();
		const findable = new Set(destinations.filter(({ vendor }) => vendor.find).map(({ name }) => name));
		for (const { number, destination, attempts } of rows) {
			this.restart(number, toReplayState('parked', attempts, findable.has(destination)), now);
		}
		const end = rows.at(-1)?.number;
		return { count: rows.length, ...(end !== undefined && rows.length === BATCH && { last: end }) };
	}
}
