import type { Delivery, DeliveryChange } from './delivery.ts';
import type { Step } from './settle.ts';

/** One step that was taken, and what came of it. */
export interface TakenStep {
	step: Step;
	/** The delivery as it was before. */
	delivery: Pick<Delivery, 'number' | 'reason' | 'attempts' | 'restartedAt'>;
	change: Pick<DeliveryChange, 'state' | 'reason' | 'tries'>;
	/** Epoch milliseconds. */
	began: number;
	ms: number;
}

/**
 * Whether a step is worth a row. A lead that goes through at once has no history, so that it costs no writes; nor has
 * a job its vendor took in order, whose first poll comes too early now and then. Pure.
 */
export function isNoteworthy({ step, delivery, change }: TakenStep): boolean {
	const troubled = delivery.reason !== null || delivery.restartedAt !== null || delivery.attempts > 1;
	if (change.state === 'delivered' || change.reason === null) return troubled;
	return !(step === 'confirm' && change.state === 'confirming' && change.tries < 2);
}

/** The steps of deliveries that did not go through at once, for the operator. */
export class AttemptHistory {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/** Keeps a step if it is worth a row. */
	record(taken: TakenStep): void {
		if (!isNoteworthy(taken)) return;
		const { step, delivery, change, began, ms } = taken;
		// A look-up that proves a lead absent has not failed: the reason is still that of the step before.
		const reason = step === 'find' && change.state === 'queued' ? null : change.reason;
		this.#sql.exec(
			'insert or replace into attempts (number, at, step, state, reason, ms) values (?, ?, ?, ?, ?, ?)',
			delivery.number,
			began,
			step,
			change.state,
			reason,
			ms,
		);
	}

	/** A delivery's steps, oldest first. */
	of(number: number): { at: number; step: Step; state: Delivery['state']; reason: string | null; ms: number }[] {
		return this.#sql
			.exec('select at, step, state, reason, ms from attempts where number = ? order by at', number)
			.toArray() as ReturnType<AttemptHistory['of']>;
	}
}
