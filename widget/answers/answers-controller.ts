import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Answer, isAsked } from '../../contract/check-field.ts';
import type { Form, FormField } from '../../contract/form.ts';
import type { Issue, IssueCode } from '../../contract/problem.ts';
import { loadPhone, type PhoneModule } from '../phone/load-phone.ts';
import { checkAnswers } from './check-answers.ts';
import { readTyped, type Typed, toAnswer } from './read-answer.ts';

/** The element, as the controller sees it. */
export interface AnswersHost extends ReactiveControllerHost {
	/** The form being shown, once there is one. */
	readonly shownForm: Form | undefined;
	/** The native form, once it is rendered. */
	readonly nativeForm: HTMLFormElement | null;
}

/**
 * Keeps what a visitor answers to the form, and what is wrong with it.
 *
 * The native inputs are the truth: nothing is ever written back into one that was touched. What was typed is kept
 * beside them for fields that leave the screen and come back. A field is checked when it is left after an edit and
 * on submit; a message once shown goes as soon as the answer is right.
 */
export class AnswersController implements ReactiveController {
	/** What is wrong, by the input's name. */
	readonly errors = new Map<string, IssueCode>();
	/** Phone numbers in their display form, shown beside what was typed, by the field's name. */
	readonly displayed = new Map<string, string>();
	#host: AnswersHost;
	#typed = new Map<string, Typed>();
	#phone: PhoneModule | undefined;
	#pressing = false;

	constructor(host: AnswersHost) {
		this.#host = host;
		host.addController(this);
	}

	hostDisconnected(): void {
		this.#pressing = false;
	}

	/** The fields asked now, given the answers. */
	get fields(): FormField[] {
		return (this.#host.shownForm?.steps[0]?.fields ?? []).filter((field) => isAsked(field, this.answerOf));
	}

	/** What the visitor typed into a field, for when it is rendered anew. */
	typedIn(name: string): Typed | undefined {
		return this.#typed.get(name);
	}

	/** The answer to a field: from its inputs where it is on the screen, else as it was typed before. */
	answerOf = (name: string): Answer => {
		const field = this.#fieldOf(name);
		const form = this.#host.nativeForm;
		if (!field) return undefined;
		return toAnswer(field, form?.elements.namedItem(name) ? readTyped(form, field) : this.#typed.get(name));
	};

	/** Whether a consent's box is ticked. */
	isTicked = (name: string): boolean => {
		const box = this.#host.nativeForm?.elements.namedItem(name);
		return box instanceof HTMLInputElement && box.checked;
	};

	/** Everything wrong now. Phone numbers are looked at only where their metadata is here. */
	check(): Issue[] {
		const form = this.#host.shownForm;
		const { answerOf, isTicked } = this;
		return form ? checkAnswers(form, this.fields, { answerOf, isTicked, phone: this.#phone }) : [];
	}

	/**
	 * Shows issues at their fields in place of what was shown, whoever found them.
	 * @returns the issues that have a field on the screen
	 */
	show(issues: Issue[]): Issue[] {
		const landed = issues.filter(({ field }) => this.#host.nativeForm?.elements.namedItem(field));
		this.errors.clear();
		for (const { field, code } of landed) this.errors.set(field, code);
		this.#host.requestUpdate();
		return landed;
	}

	/** Forgets everything, for the next lead. */
	clear(): void {
		this.errors.clear();
		this.displayed.clear();
		this.#typed.clear();
	}

	onInput = (event: Event): void => {
		const { name } = event.target as HTMLInputElement;
		const field = this.#fieldOf(name);
		if (field && this.#host.nativeForm) this.#typed.set(name, readTyped(this.#host.nativeForm, field));
		const gone = this.displayed.delete(name);
		if (this.errors.size) this.#dropMended(name);
		if (gone || this.#host.shownForm?.steps[0]?.fields.some(({ when }) => when)) this.#host.requestUpdate();
	};

	onFocusIn = async (event: Event): Promise<void> => {
		this.#pressing = false;
		if ((event.target as HTMLInputElement).type === 'tel') this.#phone ??= await loadPhone();
	};

	/** A message that appears between press and release would move the button away from under the finger. */
	onPointerDown = (event: Event): void => {
		this.#pressing = event.target instanceof Element && !!event.target.closest('button,a');
	};

	onFocusOut = async ({ target }: Event): Promise<void> => {
		const { name, type } = target as HTMLInputElement;
		if (this.#pressing || !this.#typed.has(name)) return;
		if (type === 'tel') this.#phone ??= await loadPhone();
		if ((target as HTMLInputElement).matches(':focus')) return;
		const issue = this.check().find(({ field, code }) => field === name && code !== 'contact_required');
		if (issue) this.errors.set(name, issue.code);
		const display = type === 'tel' && this.#phone?.readPhone(String(this.answerOf(name)), this.#country);
		if (display) this.displayed.set(name, display);
		this.#host.requestUpdate();
	};

	get #country(): string {
		return this.#host.shownForm?.country ?? '';
	}

	#fieldOf(name: string): FormField | undefined {
		return this.#host.shownForm?.steps.flatMap(({ fields }) => fields).find((field) => field.name === name);
	}

	/** An edit mends its own field, and any field that waited for one of its group. */
	#dropMended(edited: string): void {
		const issues = this.check();
		for (const [name, code] of this.errors) {
			if ((name === edited || code === 'contact_required') && !issues.some(({ field }) => field === name)) {
				this.errors.delete(name);
				this.#host.requestUpdate();
			}
		}
	}
}
