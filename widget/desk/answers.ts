import { type Answer, isAnswered, isAsked } from '../../contract/check-field.ts';
import type { FieldName } from '../../contract/field.ts';
import type { Form, FormField } from '../../contract/form.ts';
import type { Issue, IssueCode } from '../../contract/problem.ts';
import type { PhoneReader } from '../phone/load-phone.ts';
import type { Told } from '../post/post.ts';
import { checkAnswers } from './check-answers.ts';
import type { DeskHost } from './desk-host.ts';
import { readTyped, type Typed, toAnswer } from './read-answer.ts';

/**
 * What a visitor answers to the form, and what is wrong with it.
 *
 * The native inputs are the truth: nothing is ever written back into one that was touched. What was typed is kept
 * beside them for fields that leave the screen and come back. A message once shown goes as soon as the answer is right.
 */
export class Answers {
	/** What is wrong, by the input's name. */
	readonly errors = new Map<string, IssueCode>();
	/** What was typed, by the field's name. */
	readonly typed = new Map<string, Typed>();
	/** The step on the screen, from 0. */
	step = 0;
	/** Reads phone numbers, once its part is here. Until then they go unchecked; the Worker checks them. */
	phone: PhoneReader | undefined;
	/** The country chosen for a phone number without a prefix. */
	phoneCountry: string | undefined;
	#host: DeskHost;

	constructor(host: DeskHost) {
		this.#host = host;
	}

	get form(): Form {
		return this.#host.shownForm as Form;
	}

	/** The fields asked now, given the answers and the step. */
	get fields(): FormField[] {
		return this.#askedAt(this.step);
	}

	/** The step that follows the one on the screen, where one has anything to ask. */
	get next(): number | undefined {
		return this.#nearest(1);
	}

	/** The step before it; never the first, whose lead is stored. */
	get previous(): number | undefined {
		return this.#nearest(-1) || undefined;
	}

	/** What the visitor has told at this step. Blank answers are left out. */
	get told(): Told {
		const { fields, phoneCountry, isTicked } = this;
		const given = fields.map(({ name }) => [name, this.answerOf(name)] as [FieldName, Answer]);
		const answers = new Map(given.filter(([, answer]) => isAnswered(answer)));
		return { answers, isTicked, phoneCountry: answers.has('phone') ? phoneCountry : undefined };
	}

	/** The field of that name, in any step. */
	fieldOf(name: string): FormField | undefined {
		return this.form.steps.flatMap(({ fields }) => fields).find((field) => field.name === name);
	}

	/** The answer to a field: from its inputs where it is on the screen, else as it was typed before. */
	answerOf = (name: string): Answer => {
		const field = this.fieldOf(name);
		const form = this.#host.nativeForm;
		if (!field) return undefined;
		return toAnswer(field, form?.elements.namedItem(name) ? readTyped(form, field) : this.typed.get(name));
	};

	/** Whether a consent's box is ticked. */
	isTicked = (name: string): boolean => {
		const box = this.#host.nativeForm?.elements.namedItem(name);
		return box instanceof HTMLInputElement && box.checked;
	};

	/** Whether the visitor is in the field. */
	isFocused(name: string): boolean {
		return !!this.#host.nativeForm?.querySelector(`[name="${name}"]:focus`);
	}

	/** Everything wrong now, at this step. */
	check(): Issue[] {
		const { form, fields, answerOf, isTicked, phone } = this;
		return checkAnswers(this.step ? { ...form, anyOf: [], consent: [] } : form, fields, { answerOf, isTicked, phone });
	}

	/**
	 * Shows issues at their fields in place of what was shown, whoever found them.
	 * @returns the issues that have a field on the screen
	 */
	show(issues: Issue[]): Issue[] {
		const landed = issues.filter(({ field }) => this.#host.nativeForm?.elements.namedItem(field));
		this.errors.clear();
		for (const { field, code } of landed) this.errors.set(field, code);
		return landed;
	}

	/** Takes what stands in a field now, and drops the messages that it mends: its own, and those of its group. */
	take(name: string): void {
		const field = this.fieldOf(name);
		const form = this.#host.nativeForm;
		if (field && form) this.typed.set(name, readTyped(form, field));
		if (!this.errors.size) return;
		const issues = this.check();
		for (const [wrong, code] of this.errors) {
			const may = wrong === name || code === 'contact_required';
			if (may && !issues.some(({ field }) => field === wrong)) this.errors.delete(wrong);
		}
	}

	#askedAt(step: number): FormField[] {
		return this.form.steps[step]?.fields.filter((field) => isAsked(field, this.answerOf)) ?? [];
	}

	#nearest(direction: 1 | -1): number | undefined {
		let step = this.step + direction;
		while (this.form.steps[step] && !this.#askedAt(step).length) step += direction;
		return this.form.steps[step] && step;
	}

	/** Forgets everything, for the next lead. */
	clear(): void {
		this.errors.clear();
		this.typed.clear();
		this.step = 0;
	}
}
