import type { Delivery } from '../../worker/outbox/delivery.ts';
import { settleFinding, settleOutcome, toStep } from '../../worker/outbox/settle.ts';
import type { Outcome, VendorManners } from '../../worker/vendors/vendor.ts';
import type { Random } from '../support/random.ts';

/** What the vendor answers, every time. */
export interface Trouble {
	name: string;
	outcome: Outcome;
	afterUnknown: VendorManners['afterUnknown'];
}

/** One lead's way on a clock that jumps. Times in milliseconds since the lead came. */
export interface Course {
	/** When it was sent. */
	sends: number[];
	/** When it was looked up. */
	looks: number[];
	/** When no step was left. */
	endedAt: number;
	state: Delivery['state'];
}

/** Most steps of a course; far more than any schedule takes. */
const STEPS_MAX = 1000;

/** Follows one lead from the moment it comes until no step is left, by the outbox's own decisions. */
export function simulate({ outcome, afterUnknown }: Trouble, random: Random): Course {
	const manners: VendorManners = { timeoutMs: 10_000, settleMs: 10_000, afterUnknown };
	let delivery: Delivery = {
		number: 1,
		leadId: '',
		destination: '',
		lead: '{}',
		receivedAt: 0,
		restartedAt: null,
		state: 'queued',
		dueAt: 0,
		attempts: 0,
		tries: 0,
		startedAt: null,
		job: null,
		reference: null,
		reason: null,
	};
	const course: Course = { sends: [], looks: [], endedAt: 0, state: 'queued' };
	let clock = 0;
	for (let step = 0; step < STEPS_MAX; step++) {
		const began = Math.max(clock, delivery.dueAt);
		const circumstances = { manners, now: began, random: random() };
		if (toStep(delivery) === 'send') {
			course.sends.push(began);
			// A call that brings no answer ends with its time-out.
			const now = outcome.outcome === 'unknown' && !outcome.answered ? began + manners.timeoutMs : began;
			const sent = { ...delivery, startedAt: began, attempts: delivery.attempts + 1 };
			delivery = { ...sent, ...settleOutcome(sent, outcome, { ...circumstances, now }) };
			clock = now;
		} else {
			course.looks.push(began);
			clock = began;
			delivery = { ...delivery, ...settleFinding(delivery, { found: 'absent' }, circumstances) };
		}
		if (delivery.state !== 'queued' && delivery.state !== 'confirming') {
			return { ...course, endedAt: delivery.dueAt, state: delivery.state };
		}
	}
	return course;
}
