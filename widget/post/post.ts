import type { TemplateResult } from 'lit';
import type { Answer } from '../../contract/check-field.ts';
import type { FieldName } from '../../contract/field.ts';
import type { Form } from '../../contract/form.ts';
import type { DeskHost } from '../desk/desk-host.ts';
import type { Kit } from '../kit.ts';
import { buildLead } from './build-lead.ts';
import { keepDraft, readDraft, readDraftLead } from './draft.ts';
import { followLead } from './follow-lead.ts';
import { FurtherAnswers } from './further-answers.ts';
import { mayAttribute } from './may-attribute.ts';
import { type Correspondent, drop, join, type Kept, keep, leave, post, readOutbox, retryLater } from './outbox.ts';
import { proverOf } from './prover.ts';
import { type Failure, renderFailure } from './render-failure.ts';
import { renderSent } from './render-sent.ts';
import { remainingWait } from './retry-after.ts';
import type { SendOutcome } from './send-lead.ts';
import { sentStyles } from './sent.styles.ts';
import { Submission } from './submission.ts';
import { track } from './track.ts';

/** What the visitor has told so far: the answers to the fields asked, and the ticked boxes. */
export interface Told {
	answers: Map<FieldName, Answer>;
	phoneCountry: string | undefined;
	isTicked: (name: string) => boolean;
}

/**
 * One form's post: keeps drafts and leads on the device, sends leads and says how that ended, follows them to the
 * agency's system. A lazy part; the desk loads it as soon as it is there itself, and shows what comes of it.
 */
export class Post {
	#host: DeskHost;
	#kit: Kit;
	#submission = new Submission();
	#gone = new AbortController();
	#further: FurtherAnswers | undefined;
	/** Where the receipt of the lead stored last is. */
	#receipt: string | undefined;

	constructor(host: DeskHost, kit: Kit) {
		this.#host = host;
		this.#kit = kit;
		kit.adopt(host.renderRoot, sentStyles);
		// Erases what was kept of the visit before the page's consent mode said no.
		mayAttribute(host);
		this.#beginProof();
	}

	/** The id of the lead in hand. */
	get id(): string | undefined {
		return this.#submission.id;
	}

	/** Hears of sends, and sends what an earlier page left. */
	join(form: Correspondent): void {
		this.#gone = new AbortController();
		join(form);
	}

	/** Ends what `join` began. */
	leave(form: Correspondent): void {
		this.#gone.abort();
		leave(form);
	}

	/** What was typed into this form before a reload or a return, by field. */
	readDraft(): ReturnType<typeof readDraft> {
		return readDraft(this.#host.draftKey);
	}

	/** Keeps what is typed. Nothing typed erases what was kept. */
	keepDraft(typed: ReadonlyMap<string, string | string[]>): void {
		const { draftKey } = this.#host;
		if (typed.size) this.#beginProof();
		keepDraft(draftKey, typed, this.id ?? readDraftLead(draftKey));
	}

	/**
	 * Goes on with this form's lead that an earlier page of this tab could not send, in place of the one in hand. Another
	 * tab's is not taken up: its words are not in this form, so what is typed here is another lead, not a change of that one.
	 * @returns why it is still here, where there is one
	 */
	resume(): Failure | undefined {
		const { draftKey } = this.#host;
		this.#submission = new Submission();
		const lead = readDraftLead(draftKey);
		const kept = readOutbox().find(({ id, draft }) => id === lead && draft === draftKey);
		if (kept) this.#submission.adopt(kept);
		return kept && { code: 'unreachable', kept: true, busy: remainingWait(kept, Date.now()) > 0 };
	}

	/**
	 * Makes a lead of what was told, to be sent next.
	 * @returns its id
	 */
	prepare(told: Told): string {
		const replaced = this.#submission.prepare(buildLead(this.#host, told, this.#kit));
		// A router may have given the element another listing since: what is kept for the one before is a lead of its own.
		if (readOutbox().some(({ id, draft }) => id === replaced && draft === this.#host.draftKey)) drop(replaced);
		return this.#submission.id as string;
	}

	/**
	 * Sends the lead prepared last. It is kept on the device from before it leaves until it is answered.
	 * @returns how it ended, and whether it is still kept
	 */
	async send(): Promise<{ outcome: SendOutcome; kept: boolean }> {
		const { siteUrl, draftKey } = this.#host;
		const { id, body } = this.#submission;
		const lead = { id: id as string, url: `${siteUrl}/leads`, body, at: Date.now(), draft: draftKey };
		const stored = keep(lead);
		this.keepDraft(new Map(this.readDraft()));
		const outcome = await post(lead);
		const kept = stored && outcome.result === 'unanswered';
		if (kept) retryLater();
		this.settle(lead, outcome);
		return { outcome, kept };
	}

	/** Learns how a send of the lead in hand ended. The element may be at another listing by now. */
	settle({ draft }: Kept, outcome: SendOutcome): void {
		this.#submission.settle(outcome);
		if (outcome.result !== 'stored') return;
		this.#receipt = outcome.receipt && new URL(outcome.receipt, this.#host.siteUrl).href;
		keepDraft(draft, new Map(), undefined);
	}

	/** Calls back once the agency's system has the lead; never, where that can't be known while the page is open. */
	async follow(id: string, delivered: () => void): Promise<void> {
		if (await followLead(`${this.#host.siteUrl}/leads/${id}`, this.#gone.signal)) delivered();
	}

	/**
	 * Adds answers to a stored lead. The visitor waits for nothing: the lead is safe, and the answers are kept and sent
	 * again like one.
	 * @param finished whether no more will come
	 */
	addAnswers(id: string, told: Told | undefined, finished: boolean): void {
		this.#further ??= new FurtherAnswers(id, this.#submission.words, `${this.#host.siteUrl}/leads`);
		void this.#further.send(told, finished);
		if (finished) this.#further = undefined;
	}

	/** Says why the lead did not get through. */
	renderFailure(form: Form, failure: Failure): TemplateResult {
		return renderFailure(this.#kit, form, failure);
	}

	/** What stands in the form's place once the lead is sent. */
	renderSent(form: Form, again: () => void): TemplateResult {
		return renderSent(this.#kit, form, again, this.#receipt);
	}

	/** After a thank-you the form is another one, and so is the lead: it needs a proof begun when its visitor began. */
	#beginProof(): void {
		const { nativeForm, siteUrl } = this.#host;
		if (nativeForm) proverOf(siteUrl).begin(nativeForm);
	}

	/** Tells the page's analytics, where its owner asked for that. */
	track(event: string, data: object): void {
		track(this.#host, event, data);
	}
}
