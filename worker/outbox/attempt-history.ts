import type { Delivery } from './delivery.ts';
import { isNoteworthy, type TakenStep } from './noteworthy.ts';
import type { Step } from './settle.ts';

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
