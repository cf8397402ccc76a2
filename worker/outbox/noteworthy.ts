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
