import type { Kit } from '../kit.ts';
import type { Correspondent, Kept } from '../post/outbox.ts';
import type { Post } from '../post/post.ts';
import type { Failure } from '../post/render-failure.ts';
import type { SendOutcome } from '../post/send-lead.ts';
import type { Answers } from './answers.ts';
import type { DeskHost } from './desk-host.ts';
import { emit } from './emit.ts';
import { loadPost } from './load-post.ts';

/** Has one form's lead sent by the part that can, knows why it did not get through, and tells the page. */
export class Sending implements Correspondent {
	/** Keeps and sends, once its part is here. */
	post: Post | undefined;
	/** Why the last send did not get through. */
	failure: Failure | undefined;
	#host: DeskHost;
	#answers: Answers;
	#onSettled: (id: string, outcome: SendOutcome) => void;
	#waiting = false;
	/** The key of the draft in hand. */
	#draftKey: string;

	/** @param onSettled hears how a send of this form's lead ended */
	constructor(host: DeskHost, answers: Answers, onSettled: (id: string, outcome: SendOutcome) => void) {
		this.#host = host;
		this.#answers = answers;
		this.#onSettled = onSettled;
		this.#draftKey = host.draftKey;
	}

	/** Whether the element has been given another listing, or another site's form, than what is in hand is about. */
	get isForAnother(): boolean {
		return this.#host.draftKey !== this.#draftKey;
	}

	/** Gets the part that sends, and takes up what an earlier page kept. */
	async getPost(kit: Kit): Promise<Post | undefined> {
		const part = await loadPost();
		if (this.post || !part) return this.post;
		this.post = new part.Post(this.#host, kit);
		this.takeUp();
		if (this.#host.isConnected) this.post.join(this);
		this.#host.requestUpdate();
		return this.post;
	}

	/** Takes up the listing shown: what was typed for it before, and why its lead is still here, where it is. */
	takeUp(): void {
		this.#draftKey = this.#host.draftKey;
		const { post } = this;
		if (!post) return;
		this.failure = post.resume();
		const { typed } = this.#answers;
		for (const [name, draft] of post.readDraft()) if (!typed.has(name)) typed.set(name, draft);
		if (typed.size) post.keepDraft(typed);
	}

	/** Sends what the visitor has told at this step, unless the page keeps it from going out. */
	async send(post: Post): Promise<void> {
		this.#host.readPage();
		this.#draftKey = this.#host.draftKey;
		const id = post.prepare(this.#answers.told);
		if (!emit(this.#host, 'doorstep-submit', { id })) return;
		this.#waiting = true;
		const { outcome, kept } = await post.send();
		this.#waiting = false;
		this.settle(id, outcome, kept);
	}

	/** Learns how a send of this form's lead ended. */
	settle(id: string, outcome: SendOutcome, kept: boolean): void {
		this.failure = undefined;
		if (outcome.result !== 'stored') {
			this.failure = { code: outcome.code, kept, busy: outcome.result === 'unanswered' && outcome.retryAfterMs > 0 };
		}
		this.#onSettled(toStoredId(id, outcome), outcome);
	}

	/** Hears how a lead that was kept and sent again ended: this form's own, or one that an earlier page left. */
	onOutcome(lead: Kept, outcome: SendOutcome, forOther: boolean): boolean {
		const own = lead.id === this.post?.id;
		// While a send of ours waits, its own answer counts.
		if (own && !this.#waiting) {
			this.post?.settle(lead, outcome);
			this.settle(lead.id, outcome, outcome.result === 'unanswered');
		} else if (forOther) {
			const id = toStoredId(lead.id, outcome);
			this.tell(id, outcome);
			if (outcome.result === 'stored') this.follow(id);
		}
		return own;
	}

	/** Tells the page how a send ended. */
	tell(id: string, outcome: SendOutcome): void {
		if (outcome.result !== 'stored') {
			emit(this.#host, 'doorstep-failed', { code: outcome.code });
			return;
		}
		emit(this.#host, 'doorstep-submitted', { id });
		this.post?.track('generate_lead', { lead_id: id });
	}

	/** Tells the page once the agency's system has the lead: it goes there when no more answers come. */
	follow(id: string): void {
		void this.post?.follow(id, () => emit(this.#host, 'doorstep-delivered', { id }));
	}
}

/** The id under which a lead is stored: its own, or that of the same words sent a moment ago. */
function toStoredId(id: string, outcome: SendOutcome): string {
	return (outcome.result === 'stored' && outcome.id) || id;
}
