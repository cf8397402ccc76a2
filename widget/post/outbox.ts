import type { Proof } from '../../contract/lead.ts';
import { proverOf } from './prover.ts';
import { RETRY_AFTER_MAX_MS, remainingWait } from './retry-after.ts';
import { type SendOutcome, sendLead } from './send-lead.ts';
import { readStored, store } from './storage.ts';
import { RETRY_GAPS_MS } from './time-limits.ts';

/** A lead on its way: kept before it is sent, dropped when the Worker has answered. */
export interface Kept {
	id: string;
	/** The address it goes to. */
	url: string;
	/** The lead as JSON. */
	body: string;
	/** Epoch milliseconds of the first send. */
	at: number;
	/** The key of the form it was typed into. */
	draft: string;
	/** Epoch milliseconds before which it does not go out by itself: the Worker asked for patience. */
	notBefore?: number;
	/** For answers that follow a lead: the lead that takes their place where it has gone out already. */
	late?: Kept;
}

/** Who wants to know how sends end: every form on the page. */
export interface Correspondent {
	/**
	 * Hears how a lead sent again ended.
	 * @param forOther whether the form is to speak for one that is not on the page
	 * @returns whether the lead is the form's own
	 */
	onOutcome(lead: Kept, outcome: SendOutcome, forOther: boolean): boolean;
}

/**
 * One key for all sites and pages of an origin, so that the next page with the script sends what this one could not; the
 * entry looks for it (`page/leftovers.ts`).
 */
const KEY = 'doorstep-outbox';

const forms = new Set<Correspondent>();
let gap = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The leads kept on this device. */
export function readOutbox(): Kept[] {
	return readStored<Kept>('localStorage', KEY);
}

/** Keeps a lead in place of one with the same id. @returns whether it is kept */
export function keep(lead: Kept): boolean {
	return store('localStorage', KEY, [...readOutbox().filter(({ id }) => id !== lead.id), lead]);
}

/** Drops a lead: it has arrived, or other words took its place. */
export function drop(dropped: string | undefined): void {
	store(
		'localStorage',
		KEY,
		readOutbox().filter(({ id }) => id !== dropped),
	);
}

/** Sends one lead now; waits where another tab is at it. */
export function post(lead: Kept): Promise<SendOutcome> {
	return exclusively(lead.id, false, () => deliver(lead));
}

/** Sends one lead this very moment, for a page that is being left has no time for locks; the Worker tells twins. */
export function postNow(lead: Kept): Promise<SendOutcome> {
	return deliver(lead);
}

/** Makes a form hear of sends; the first one on a page also sends what an earlier page left. */
export function join(form: Correspondent): void {
	if (!forms.size) window.addEventListener('online', flush);
	forms.add(form);
	void flush();
}

/** Ends what `join` began; the last form takes listeners and timer with it. */
export function leave(form: Correspondent): void {
	forms.delete(form);
	if (forms.size) return;
	clearTimeout(timer);
	window.removeEventListener('online', flush);
}

/** Sends again, later and later, for as long as the page is open, and never before the Worker wants it. */
export function retryLater(): void {
	clearTimeout(timer);
	// A page that took its last form off keeps no timer either: the next form goes on.
	if (!forms.size) return;
	const wait = RETRY_GAPS_MS[Math.min(gap++, RETRY_GAPS_MS.length - 1)] as number;
	const asked = Math.min(...readOutbox().map((lead) => remainingWait(lead, Date.now())), RETRY_AFTER_MAX_MS);
	// Spread over a quarter: after an outage everybody is back at once.
	timer = setTimeout(resend, Math.max(wait, asked) * (1 + Math.random() / 4));
}

function flush(): Promise<void> {
	gap = 0;
	return resend();
}

async function resend(): Promise<void> {
	clearTimeout(timer);
	for (const lead of readOutbox()) {
		if (remainingWait(lead, Date.now())) continue;
		await exclusively(lead.id, true, async () => {
			// Another tab may have sent it while this one waited.
			if (readOutbox().some(({ id }) => id === lead.id)) tell(lead, await deliver(lead));
		});
	}
	if (forms.size && readOutbox().length) retryLater();
}

async function deliver(lead: Kept): Promise<SendOutcome> {
	// Answers show nothing: their lead did, and a page that is being left has no time to wait.
	const prover = lead.url.endsWith('/leads') ? proverOf(lead.url.slice(0, -'/leads'.length)) : undefined;
	const outcome = await sendLead(lead.url, prover ? addProof(lead.body, await prover.prove()) : lead.body);
	if (outcome.result !== 'unanswered') prover?.renew();
	if (outcome.result === 'unanswered') {
		const { retryAfterMs } = outcome;
		if (retryAfterMs && isKept(lead)) keep({ ...lead, notBefore: Date.now() + retryAfterMs });
		return outcome;
	}
	if (lead.late && outcome.result === 'refused' && outcome.code === 'already_sent') keep(lead.late);
	if (isKept(lead)) drop(lead.id);
	return lead.late && readOutbox().some(({ id }) => id === lead.late?.id) ? deliver(lead.late) : outcome;
}

/** A lead's JSON with what speaks for its sender. It is no part of the words: it may differ when they are sent again. */
function addProof(body: string, proof: Proof): string {
	return Object.keys(proof).length ? `{"proof":${JSON.stringify(proof)},${body.slice(1)}` : body;
}

/** Whether these words are kept. What was kept since under the same id says more, and has still to arrive. */
function isKept(lead: Kept): boolean {
	return readOutbox().some(({ id, body }) => id === lead.id && body === lead.body);
}

/** Tells the form the lead was typed into; where it is not on this page, the first one speaks. */
function tell(lead: Kept, outcome: SendOutcome): void {
	// Of answers nobody hears: their lead was told of when it was stored.
	if (lead.url.endsWith('/answers')) return;
	const own = [...forms].some((form) => form.onOutcome(lead, outcome, false));
	if (!own) [...forms][0]?.onOutcome(lead, outcome, true);
}

/** Runs the task under a lock by the lead's id. Pages on plain http have no locks; the Worker tells twins by the id. */
function exclusively<T>(id: string, ifAvailable: boolean, task: () => Promise<T>): Promise<T> {
	if (!navigator.locks) return task();
	// A page that may not store may not lock either.
	return navigator.locks
		.request(`doorstep-${id}`, { ifAvailable }, (lock) => (lock ? task() : undefined))
		.catch(task) as Promise<T>;
}
