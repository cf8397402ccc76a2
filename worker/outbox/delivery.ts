import type { DeliveryState } from './protocol.ts';

/** One lead on its way to one destination: a row of the outbox. Times are epoch milliseconds. */
export interface Delivery {
	/**
	 * Unique in its site, counting from 1, in a shard from where its numbers begin; the numeric twin of the lead's id for
	 * vendors that want a number.
	 */
	number: number;
	leadId: string;
	destination: string;
	/** The lead as JSON, or null once its personal data is erased. */
	lead: string | null;
	receivedAt: number;
	/** When a person gave it a fresh start (replayed or released it); null when none did. */
	restartedAt: number | null;
	state: DeliveryState;
	/** When the next step is due, while queued or confirming. */
	dueAt: number;
	/** How many times the lead was sent. */
	attempts: number;
	/** How many steps in a row failed; where in the retry schedule the delivery stands. */
	tries: number;
	/** When an attempt began whose outcome is not written down yet; null when none is open. */
	startedAt: number | null;
	/** The vendor's job, while it confirms one. */
	job: string | null;
	/** The vendor's receipt. */
	reference: string | null;
	/** Why the last step failed, in words for the operator. */
	reason: string | null;
}

/** What a step changes of a delivery. */
export type DeliveryChange = Pick<
	Delivery,
	'state' | 'dueAt' | 'attempts' | 'tries' | 'startedAt' | 'job' | 'reference' | 'reason'
>;
