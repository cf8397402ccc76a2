import type { Lead } from '../../contract/lead.ts';
import { screenLead } from '../screen/screen-lead.ts';
import type { ScreenSettings } from '../screen/screen-settings.ts';
import { holdsAnswers, mergeAnswers } from './merge-answers.ts';
import type { AnswerRequest, AnswerResult } from './protocol.ts';
import type { OutboxStore } from './store.ts';

/** What adding answers came to. */
export interface AddedAnswers {
	result: AnswerResult;
	/** Whether anything was written. */
	changed: boolean;
	/** Why the lead is held by what they tell, codes with a blank between; null where it is not. */
	heldFor: string | null;
}

/** Adds answers to a lead that waits for them; with the last ones it is due. Synchronous. */
export function addAnswers(
	store: OutboxStore,
	{ leadId, answers, finished, hashes, signals = [] }: AnswerRequest,
	screen: ScreenSettings | undefined,
	now: number,
): AddedAnswers {
	const deliveries = store.deliveriesOf(leadId);
	const open = deliveries.filter(
		({ state, attempts, dueAt }) => (state === 'queued' || state === 'held') && attempts === 0 && dueAt > now,
	);
	if (open.length === 0) {
		// A repeat of what went out with the lead is no news; the sender may not have heard that it was added.
		const isKnown = deliveries.some(({ lead }) => holdsAnswers(lead, answers));
		const result = deliveries.length === 0 ? 'unknown' : isKnown ? 'added' : 'too_late';
		return { result, changed: false, heldFor: null };
	}
	const verdict = screenLead(signals, screen);
	const heldFor = verdict.verdict === 'hold' ? verdict.reasons.join(' ') : null;
	for (const { number, state, lead, dueAt } of open) {
		const merged = mergeAnswers(JSON.parse(lead ?? 'null') as Lead, answers);
		store.rewrite(number, JSON.stringify(merged), finished ? now : dueAt);
		store.addHashes(number, hashes);
		if (heldFor !== null && state !== 'held') store.hold(number, heldFor);
	}
	return { result: 'added', changed: true, heldFor };
}
