import type { Finding, Outcome, VendorManners } from '../vendors/vendor.ts';
import type { Delivery, DeliveryChange } from './delivery.ts';
import { GIVE_UP_AFTER_MS, toRetryDelay } from './retry-policy.ts';

/** What decides the next state, beside the delivery and the outcome. */
export interface Circumstances {
	manners: VendorManners;
	/** Epoch milliseconds. */
	now: number;
	/** From 0 up to 1. */
	random: number;
}

/** The next step of a due delivery. */
export type Step = 'send' | 'find' | 'confirm' | 'recover';

/**
 * What to do with a delivery that is due. An attempt that began and whose outcome nobody wrote down (the process
 * died) has to be settled as unknown before anything else: `recover`.
 */
export function toStep(delivery: Pick<Delivery, 'state' | 'startedAt' | 'job'>): Step {
	if (delivery.startedAt !== null) return 'recover';
	if (delivery.state !== 'confirming') return 'send';
	return delivery.job === null ? 'find' : 'confirm';
}

/** What an attempt's outcome makes of its delivery. */
export function settleOutcome(delivery: Delivery, outcome: Outcome, circumstances: Circumstances): DeliveryChange {
	const { manners, now } = circumstances;
	const base = { ...toChange(delivery), startedAt: null };
	switch (outcome.outcome) {
		case 'delivered':
			return { ...base, state: 'delivered', reference: outcome.reference, tries: 0, reason: null, dueAt: now };
		case 'confirming':
			return { ...base, state: 'confirming', job: outcome.job, tries: 0, reason: null, dueAt: now + FIRST_POLL_MS };
		case 'refused':
			if (outcome.scope === 'lead') return { ...base, state: 'parked', reason: outcome.reason, dueAt: now };
			return retry(base, delivery, outcome.reason, circumstances);
		case 'retry':
			return retry({ ...base, state: 'queued' }, delivery, outcome.reason, circumstances, outcome.afterMs);
		case 'unknown': {
			if (manners.afterUnknown === 'park') return { ...base, state: 'parked', reason: outcome.reason, dueAt: now };
			if (manners.afterUnknown === 'repeat') {
				return retry({ ...base, state: 'queued' }, delivery, outcome.reason, circumstances);
			}
			// A look-up that runs while the vendor may still be working could miss a lead about to appear.
			const lease = outcome.answered ? 0 : manners.timeoutMs + manners.settleMs;
			const began = delivery.startedAt ?? now;
			const change = retry({ ...base, state: 'confirming', job: null }, delivery, outcome.reason, circumstances);
			if (change.state === 'parked' || outcome.answered) return change;
			// The first look-up comes as soon as it can; a lead that fails again and again has the schedule's patience.
			const retryAt = delivery.tries === 0 ? now : change.dueAt;
			return { ...change, dueAt: Math.max(retryAt, began + lease) };
		}
	}
}

/** What a look-up or a poll makes of its delivery. */
export function settleFinding(delivery: Delivery, finding: Finding, circumstances: Circumstances): DeliveryChange {
	const { now } = circumstances;
	const base = { ...toChange(delivery), startedAt: null };
	switch (finding.found) {
		case 'present':
			return {
				...base,
				state: 'delivered',
				reference: finding.reference,
				job: null,
				tries: 0,
				reason: null,
				dueAt: now,
			};
		case 'absent':
			// Surely not taken: send it now, before those that came after it, unless its time is over.
			return {
				...base,
				...giveUpOr(delivery, now, { state: 'queued', job: null, dueAt: Math.min(now, startOf(delivery)) }),
			};
		case 'failed':
			return { ...base, state: 'parked', reason: finding.reason, dueAt: now };
		case 'pending':
			return retry(base, delivery, 'the vendor has not finished its job yet', circumstances);
		case 'unclear':
			return retry(base, delivery, finding.reason, circumstances, finding.afterMs);
		case 'elsewhere':
			return retry(base, delivery, 'the look-up has more pages than were read', circumstances);
	}
}

/** How soon a vendor's job is first asked about, in milliseconds. */
const FIRST_POLL_MS = 5000;

function retry(
	base: DeliveryChange,
	delivery: Delivery,
	reason: string,
	{ now, random }: Circumstances,
	afterMs?: number,
): DeliveryChange {
	const tries = delivery.tries + 1;
	const dueAt = now + toRetryDelay(tries, random, afterMs);
	return { ...base, tries, reason, ...giveUpOr(delivery, now, { state: base.state, job: base.job, dueAt }) };
}

/** Parks a delivery whose time is over; a kept row and a person's decision, never a deletion. */
function giveUpOr<T extends Partial<DeliveryChange>>(
	delivery: Delivery,
	now: number,
	change: T,
): T | Partial<DeliveryChange> {
	return now - startOf(delivery) > GIVE_UP_AFTER_MS ? { state: 'parked', dueAt: now } : change;
}

/** When a delivery's time began: when its lead came, or a person gave it a fresh start. */
function startOf({ restartedAt, receivedAt }: Delivery): number {
	return restartedAt ?? receivedAt;
}

function toChange(delivery: Delivery): DeliveryChange {
	const { state, dueAt, attempts, tries, startedAt, job, reference, reason } = delivery;
	return { state, dueAt, attempts, tries, startedAt, job, reference, reason };
}
