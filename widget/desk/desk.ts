import type { ReactiveController } from 'lit';
import type { Issue } from '../../contract/problem.ts';
import type { Kit } from '../kit.ts';
import type { SendOutcome } from '../post/send-lead.ts';
import type { FormState } from '../view/form-state.ts';
import { Answers } from './answers.ts';
import { completeForm } from './complete-form.ts';
import { describeField } from './describe-field.ts';
import type { DeskHost } from './desk-host.ts';
import { emit } from './emit.ts';
import { focusOn } from './focus-on.ts';
import { FurtherSteps } from './further-steps.ts';
import { equip, toInputId } from './kit.ts';
import { renderBack } from './render-back.ts';
import { summarise } from './render-summary.ts';
import { Sending } from './sending.ts';
import { Watch } from './watch.ts';

export { deskStyles as styles } from './desk.styles.ts';

/**
 * Takes over one form at the visitor's first touch: checks the answers, leads through the steps, has the lead sent and
 * says how it went. A lazy part; the entry shows what `state` and `instead` tell.
 */
export class Desk implements ReactiveController {
	#host: DeskHost;
	#answers: Answers;
	#sending: Sending;
	#steps: FurtherSteps;
	#watch: Watch;
	#stage: 'editing' | 'sending' | 'sent' = 'editing';
	/** Whether the issues are listed above the fields too: since a submit, until the next. */
	#summarised = false;

	constructor(host: DeskHost, kit: Kit) {
		equip(kit);
		this.#host = host;
		this.#answers = new Answers(host);
		this.#sending = new Sending(host, this.#answers, this.#settle);
		this.#steps = new FurtherSteps(host, this.#answers, this.#sending);
		this.#watch = new Watch(host, this.#answers, () => this.#sending.post?.keepDraft(this.#answers.typed));
		this.#watch.takeUp();
		host.addController(this);
		void this.#sending.getPost(kit);
		void this.#getWords();
	}

	hostConnected(): void {
		this.#sending.post?.join(this.#sending);
		window.addEventListener('pagehide', this.#steps.finish);
	}

	hostDisconnected(): void {
		window.removeEventListener('pagehide', this.#steps.finish);
		this.#sending.post?.leave(this.#sending);
		// A router that only moves the element puts it back at once.
		queueMicrotask(() => {
			if (!this.#host.isConnected) this.#steps.finish();
		});
	}

	/**
	 * Where a router has given the element another listing, what was said of the last one's lead goes, once its send has
	 * ended. What is typed and not sent stays.
	 */
	hostUpdate(): void {
		if (!this.#sending.isForAnother || this.#stage === 'sending') return;
		this.#steps.finish();
		if (this.#answers.step) this.#clear();
		this.#stage = 'editing';
		this.#sending.takeUp();
	}

	/** What the form looks like now, besides what it looks like at first. */
	get state(): FormState {
		const answers = this.#answers;
		const { form, errors, step, previous } = answers;
		const { failure, post } = this.#sending;
		return {
			step,
			fields: answers.fields,
			above: this.#summarised && errors.size ? summarise(answers, this.#goTo) : undefined,
			failure: failure && post?.renderFailure(form, failure),
			button: failure ? 'retry' : this.#steps.button,
			beside: previous && renderBack(form, () => this.#steps.enter(previous)),
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

	/** What stands in the form's place, once the lead is sent. */
	get instead(): unknown {
		return this.#stage === 'sent' ? this.#sending.post?.renderSent(this.#answers.form, this.#startAgain) : undefined;
	}

	/**
	 * Checks the step, and sends it where nothing is wrong.
	 * @param kit for the part that sends, where it is still to come
	 * @returns whether there is a part that sends
	 */
	async submit(kit: Kit): Promise<boolean> {
		if (this.#stage === 'sending') return true;
		this.#sending.failure = undefined;
		this.#change('sending');
		try {
			return await this.#checkAndSend(kit);
		} finally {
			this.#rest();
		}
	}

	/** Gets the words for what comes later. @returns whether they are here */
	async #getWords(): Promise<boolean> {
		const { form } = this.#answers;
		const whole = await completeForm(form, this.#host.siteUrl);
		if (whole && whole !== form) this.#host.takeForm(whole);
		// Without its words a dialog can't be shown: the form in its plain place is better than none.
		if (!whole) this.#host.appearance = 'inline';
		return !!whole;
	}

	/** Back to editing, unless the lead is sent. */
	#rest(): void {
		if (this.#stage === 'sending') this.#change('editing');
	}

	async #checkAndSend(kit: Kit): Promise<boolean> {
		const answers = this.#answers;
		const [post, able] = await Promise.all([this.#sending.getPost(kit), this.#getWords(), this.#watch.waitForPhone()]);
		if (!post || !able) return false;
		if (this.#land(answers.check())) return true;
		if (!answers.step) await this.#sending.send(post);
		else {
			const id = this.#steps.unfinished;
			if (!this.#steps.goOn(post)) this.#thank(id);
		}
		return true;
	}

	/** Shows how the send of this form's lead ended. */
	#settle = (id: string, outcome: SendOutcome): void => {
		this.#change('editing');
		// What is wrong with an answer is said at its field.
		if (outcome.result === 'refused' && this.#land(outcome.issues)) this.#sending.failure = undefined;
		else this.#sending.tell(id, outcome);
		if (outcome.result === 'stored' && !this.#steps.begin(id)) this.#thank(id);
	};

	#thank(id: string | undefined): void {
		if (id) this.#sending.follow(id);
		this.#clear();
		this.#change('sent');
		void focusOn(this.#host, 'h2');
	}

	/** Empties the form for the next lead: it may be on the screen all the while. */
	#clear(): void {
		this.#host.nativeForm?.reset();
		this.#answers.clear();
		this.#watch.displayed.clear();
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
		void focusOn(this.#host, '.summary');
		return true;
	}

	#startAgain = (): void => {
		this.#change('editing');
		void focusOn(this.#host, '[part~="input"]');
	};

	#goTo = (name: string): void => void focusOn(this.#host, `#${CSS.escape(toInputId(name))}`);

	#change(stage: 'editing' | 'sending' | 'sent'): void {
		this.#stage = stage;
		this.#host.requestUpdate();
	}
}
