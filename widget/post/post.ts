import type { TemplateResult } from 'lit';
import type { Answer } from '../../contract/check-field.ts';
import type { FieldName } from '../../contract/field.ts';
import type { Form } from '../../contract/form.ts';
import type { DeskHost } from '../desk/desk-host.ts';
import type { Kit } from '../kit.ts';
import { buildLead } from './build-lead.ts';
import { keepDraft, readDraft } from './draft.ts';
import { followLead } from './follow-lead.ts';
import { FurtherAnswers } from './further-answers.ts';
import { type Correspondent, drop, join, keep, leave, post, readOutbox, retryLater } from './outbox.ts';
import { renderSent } from './render-sent.ts';
import type { SendOutcome } from './send-lead.ts';
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

	constructor(host: DeskHost, kit: Kit) {
		this.#host = host;
		this.#kit = kit;
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
		keepDraft(this.#host.draftKey, typed);
	}

	/** Goes on with this form's lead that an earlier page could not send. @returns whether there is one */
	resume(): boolean {
		const kept = readOutbox().find(({ draft }) => draft === this.#host.draftKey);
		if (kept) this.#submission.adopt(kept);
		return !!kept;
	}

	/**
	 * Makes a lead of what was told, to be sent next.
	 * @returns its id
	 */
	prepare(told: Told): string {
		drop(this.#submission.prepare(buildLead(this.#host, told, this.#kit)));
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
		const outcome = await post(lead);
		const kept = stored && outcome.result === 'unanswered';
		if (kept) retryLater();
		this.settle(outcome);
		return { outcome, kept };
	}

	/** Learns how a send of the lead in hand ended. */
	settle(outcome: SendOutcome): void {
		this.#submission.settle(outcome);
		if (outcome.result === 'stored') this.keepDraft(new Map());
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

	/** What stands in the form's place once the lead is sent. */
	renderSent(form: Form, again: () => void): TemplateResult {
		return renderSent(this.#kit, form, again);
	}

	/** Tells the page's analytics, where its owner asked for that. */
	track(event: string, data: object): void {
		track(this.#host, event, data);
	}
}
