import type { TextKey } from '../../contract/text-key.ts';
import type { Post } from '../post/post.ts';
import type { Answers } from './answers.ts';
import type { DeskHost } from './desk-host.ts';
import { emit } from './emit.ts';
import { focusOn } from './focus-on.ts';
import type { Sending } from './sending.ts';

/** The steps after the first: their answers belong to a lead that is stored. */
export class FurtherSteps {
	/** The stored lead that more answers may come for. */
	unfinished: string | undefined;
	#host: DeskHost;
	#answers: Answers;
	#sending: Sending;

	constructor(host: DeskHost, answers: Answers, sending: Sending) {
		this.#host = host;
		this.#answers = answers;
		this.#sending = sending;
	}

	/** What the button of a further step says; nothing at the first. */
	get button(): TextKey | undefined {
		const { step, next, fields, told } = this.#answers;
		if (!step) return undefined;
		if (next === undefined) return 'send';
		return told.answers.size || fields.some(({ required }) => required) ? 'next' : 'skip';
	}

	/**
	 * Goes on from the first step, whose lead is stored.
	 * @returns whether there is a step to go on to
	 */
	begin(id: string): boolean {
		const { next } = this.#answers;
		if (!next) return false;
		this.unfinished = id;
		this.enter(next);
		return true;
	}

	/**
	 * Sends the step's answers and goes on. Whether they arrive changes nothing for the visitor: the lead is safe.
	 * @returns whether there is a step to go on to
	 */
	goOn(post: Post): boolean {
		const { next, told } = this.#answers;
		if (this.unfinished) post.addAnswers(this.unfinished, told, !next);
		if (next) this.enter(next);
		else this.unfinished = undefined;
		return !!next;
	}

	/** Shows a step. What was typed there before is there again. */
	enter(step: number): void {
		this.#answers.step = step;
		this.#answers.errors.clear();
		this.#host.requestUpdate();
		const where = { step: step + 1, steps: this.#answers.form.steps.length };
		emit(this.#host, 'doorstep-step', where);
		this.#sending.post?.track('doorstep_step', where);
		void focusOn(this.#host, 'h2');
	}

	/** The visitor leaves in the midst of the steps: no more answers will come. */
	finish = (): void => {
		if (this.unfinished) this.#sending.post?.addAnswers(this.unfinished, undefined, true);
		this.unfinished = undefined;
	};
}
