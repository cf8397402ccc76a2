import type { ReactiveController } from 'lit';
import type { Issue } from '../../contract/problem.ts';
import type { TextKey } from '../../contract/text-key.ts';
import type { Kit } from '../kit.ts';
import type { Correspondent, Kept } from '../post/outbox.ts';
import type { Post } from '../post/post.ts';
import type { SendOutcome } from '../post/send-lead.ts';
import type { FormState } from '../view/form-state.ts';
import { Answers } from './answers.ts';
import { completeForm } from './complete-form.ts';
import { describeField } from './describe-field.ts';
import type { DeskHost } from './desk-host.ts';
import { emit } from './emit.ts';
import { equip, toInputId } from './kit.ts';
import { loadPost } from './load-post.ts';
import { renderBack } from './render-back.ts';
import { renderFailure } from './render-failure.ts';
import { summarise } from './render-summary.ts';
import { Watch } from './watch.ts';

export { deskStyles as styles } from './desk.styles.ts';

/**
 * Takes over one form at the visitor's first touch: checks the answers, leads through the steps, has the lead sent and
 * says how it went. A lazy part; the entry shows what `state` and `instead` tell.
 */
export class Desk implements ReactiveController, Correspondent {
	#host: DeskHost;
	#answers: Answers;
	/** Keeps and sends, once its part is here. */
	#post: Post | undefined;
	#stage: 'editing' | 'sending' | 'sent' = 'editing';
	/** Why the last send did not get through. */
	#failure: string | undefined;
	/** Whether the unanswered lead is kept on this device. */
	#kept = false;
	/** Whether the issues are listed above the fields too: since a submit, until the next. */
	#summarised = false;
	/** The stored lead that the answers of further steps belong to. */
	#unfinished: string | undefined;
	#watch: Watch;
	#connected = false;

	constructor(host: DeskHost, kit: Kit) {
		equip(kit);
		this.#host = host;
		this.#answers = new Answers(host);
		this.#watch = new Watch(host, this.#answers, () => this.#post?.keepDraft(this.#answers.typed));
		this.#watch.takeUp();
		host.addController(this);
		void this.#getPost(kit);
		void this.#getWords();
	}

	hostConnected(): void {
		this.#connected = true;
		this.#post?.join(this);
		window.addEventListener('pagehide', this.#finish);
	}

	hostDisconnected(): void {
		this.#connected = false;
		window.removeEventListener('pagehide', this.#finish);
		this.#post?.leave(this);
		// A router that only moves the element puts it back at once.
		queueMicrotask(() => {
			if (!this.#connected) this.#finish();
		});
	}

	/** What the form looks like now, besides what it looks like at first. */
	get state(): FormState {
		const answers = this.#answers;
		const { form, errors, step, previous } = answers;
		const failure = this.#failure;
		return {
			step,
			fields: answers.fields,
			above: this.#summarised && errors.size ? summarise(answers, this.#goTo) : undefined,
			failure: failure && renderFailure(form, failure, this.#kept),
			button: failure ? 'retry' : step ? this.#onward : undefined,
			beside: previous && renderBack(form, () => this.#enter(previous)),
			sending: this.#stage === 'sending',
			of: (name) =>
				describeField(
					name,
					answers,
					this.#watch.displayed.get(name),
					(value) => void this.#watch.answerFor(name, value),
				),
		};
	}

	/** What the button of a further step says. */
	get #onward(): TextKey {
		const { next, fields, told } = this.#answers;
		if (next === undefined) return 'send';
		return told.answers.size || fields.some(({ required }) => required) ? 'next' : 'skip';
	}

	/** What stands in the form's place, once the lead is sent. */
	get instead(): unknown {
		return this.#stage === 'sent' ? this.#post?.renderSent(this.#answers.form, this.#startAgain) : undefined;
	}

	/**
	 * Checks the step, and sends it where nothing is wrong.
	 * @param kit for the part that sends, where it is still to come
	 * @returns whether there is a part that sends
	 */
	async submit(kit: Kit): Promise<boolean> {
		if (this.#stage === 'sending') return true;
		this.#failure = undefined;
		this.#change('sending');
		try {
			return await this.#checkAndSend(kit);
		} finally {
			this.#rest();
		}
	}

	/** Hears how a lead that was kept and sent again ended: this form's own, or one that an earlier page left. */
	onOutcome(lead: Kept, outcome: SendOutcome, forOther: boolean): boolean {
		const own = lead.id === this.#post?.id;
		// While a send of ours waits, its own answer counts.
		if (own && this.#stage !== 'sending') {
			this.#post?.settle(outcome);
			this.#settle(lead.id, outcome);
		} else if (forOther) {
			this.#tell(lead.id, outcome);
			if (outcome.result === 'stored') this.#follow(lead.id);
		}
		return own;
	}

	/** Gets the part that sends, and takes up what an earlier page kept. */
	async #getPost(kit: Kit): Promise<Post | undefined> {
		const part = await loadPost();
		if (this.#post || !part) return this.#post;
		const post = new part.Post(this.#host, kit);
		this.#post = post;
		const { typed } = this.#answers;
		for (const [name, draft] of post.readDraft()) if (!typed.has(name)) typed.set(name, draft);
		if (typed.size) post.keepDraft(typed);
		this.#kept = post.resume();
		if (this.#kept) this.#failure = 'unreachable';
		if (this.#connected) post.join(this);
		this.#host.requestUpdate();
		return post;
	}

	/** Gets the words for what comes later. @returns whether they are here */
	async #getWords(): Promise<boolean> {
		const { form } = this.#answers;
		const whole = await completeForm(form, this.#host.siteUrl);
		if (whole && whole !== form) this.#host.takeForm(whole);
		// Without its words a dialog has no button to open it: the form in its plain place is better than none.
		if (!whole) this.#host.appearance = 'inline';
		return !!whole;
	}

	/** Back to editing, unless the lead is sent. */
	#rest(): void {
		if (this.#stage === 'sending') this.#change('editing');
	}

	async #checkAndSend(kit: Kit): Promise<boolean> {
		const answers = this.#answers;
		const [post, able] = await Promise.all([this.#getPost(kit), this.#getWords(), this.#watch.waitForPhone()]);
		if (!post || !able) return false;
		if (this.#land(answers.check())) return true;
		if (answers.step) this.#goOn(post);
		else await this.#send(post);
		return true;
	}

	async #send(post: Post): Promise<void> {
		this.#host.readPage();
		const id = post.prepare(this.#answers.told);
		if (!emit(this.#host, 'doorstep-submit', { id })) return;
		const { outcome, kept } = await post.send();
		this.#kept = kept;
		this.#settle(id, outcome);
	}

	/** Shows how the send of this form's lead ended. */
	#settle(id: string, outcome: SendOutcome): void {
		this.#change('editing');
		if (outcome.result === 'stored') {
			this.#failure = undefined;
			this.#tell(id, outcome);
			const { next } = this.#answers;
			if (next) {
				this.#unfinished = id;
				this.#enter(next);
			} else this.#thank(id);
			return;
		}
		if (outcome.result === 'refused' && this.#land(outcome.issues)) return;
		this.#failure = outcome.code;
		this.#tell(id, outcome);
	}

	/** Tells the page how a send ended. */
	#tell(id: string, outcome: SendOutcome): void {
		if (outcome.result !== 'stored') {
			emit(this.#host, 'doorstep-failed', { code: outcome.code });
			return;
		}
		emit(this.#host, 'doorstep-submitted', { id });
		this.#post?.track('generate_lead', { lead_id: id });
	}

	/** Tells the page once the agency's system has the lead: it goes there when no more answers come. */
	#follow(id: string): void {
		void this.#post?.follow(id, () => emit(this.#host, 'doorstep-delivered', { id }));
	}

	/** Sends the step's answers and goes on. Whether they arrive changes nothing for the visitor: the lead is safe. */
	#goOn(post: Post): void {
		const { next, told } = this.#answers;
		const id = this.#unfinished;
		if (id) post.addAnswers(id, told, !next);
		if (next) this.#enter(next);
		else this.#thank(id);
	}

	/** The visitor leaves in the midst of the steps: no more answers will come. */
	#finish = (): void => {
		if (this.#unfinished) this.#post?.addAnswers(this.#unfinished, undefined, true);
		this.#unfinished = undefined;
	};

	#enter(step: number): void {
		this.#answers.step = step;
		this.#answers.errors.clear();
		this.#host.requestUpdate();
		const where = { step: step + 1, steps: this.#answers.form.steps.length };
		emit(this.#host, 'doorstep-step', where);
		this.#post?.track('doorstep_step', where);
		void this.#focus('h2');
	}

	#thank(id: string | undefined): void {
		if (id) this.#follow(id);
		this.#unfinished = undefined;
		this.#answers.clear();
		this.#watch.displayed.clear();
		this.#change('sent');
		void this.#focus('h2');
	}

	/**
	 * Shows issues at their fields, and all of them in the summary, which takes the focus.
	 * @returns whether any of them has a field to show it at
	 */
	#land(issues: Issue[]): boolean {
		const landed = this.#answers.show(issues);
		this.#summarised = landed.length > 0;
		this.#host.requestUpdate();
		if (!this.#summarised) return false;
		emit(this.#host, 'doorstep-invalid', { fields: landed.map(({ field }) => field) });
		void this.#focus('.summary');
		return true;
	}

	#startAgain = (): void => {
		this.#change('editing');
		void this.#focus('[part~="input"]');
	};

	#goTo = (name: string): void => void this.#focus(`#${CSS.escape(toInputId(name))}`);

	#change(stage: 'editing' | 'sending' | 'sent'): void {
		this.#stage = stage;
		this.#host.requestUpdate();
	}

	async #focus(selector: string): Promise<void> {
		await this.#host.updateComplete;
		this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
	}
}
