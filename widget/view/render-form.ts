import { html, nothing, type TemplateResult } from 'lit';
import type { Form, FormField } from '../../contract/form.ts';
import type { AnswersController } from '../answers/answers-controller.ts';
import { say, sayCount, sayIssue } from '../texts.ts';
import { renderConsent } from './render-consent.ts';
import { renderFailure } from './render-failure.ts';
import { renderField } from './render-field.ts';
import { renderSummary } from './render-summary.ts';

/** Everything the form's picture depends on. */
export interface FormView {
	form: Form;
	answers: AnswersController;
	/** The listing in the visitor's words; nothing where the page tells none. */
	about: string | undefined;
	sending: boolean;
	/** Why the last send did not get through. */
	failure: string | undefined;
	/** Whether the issues are listed above the fields too: since a submit, until the next. */
	summarised: boolean;
	onSubmit: (event: Event) => void;
	/** Moves the focus to an input by its name. */
	goTo: (name: string) => void;
}

/** Renders the one native form, with the fields asked now. Each field keeps its place, so that its input stays. */
export function renderForm(view: FormView): TemplateResult {
	const { form, answers, about, sending, failure } = view;
	const { errors, onInput, onFocusIn, onFocusOut, onPointerDown } = answers;
	const asked = new Set(answers.fields);
	return html`<form novalidate aria-labelledby="heading" @submit=${view.onSubmit} @input=${onInput}
		@focusin=${onFocusIn} @focusout=${onFocusOut} @pointerdown=${onPointerDown}>
		<header><h2 part="heading" id="heading">${say(form, 'heading')}</h2>
			${about ? html`<p class="quiet" part="about">${say(form, 'about', { listing: about })}</p>` : nothing}</header>
		${view.summarised && errors.size ? summarise(view) : nothing}
		${form.steps[0]?.fields.map((field) => (asked.has(field) ? fieldOf(view, field) : nothing))}
		${form.consent.map((consent) => renderConsent(consent, errorOf(view, `consent.${consent.purpose}`)))}
		<div class="failure" part="failure" role="alert">${failure ? renderFailure(form, failure) : nothing}</div>
		<button class="submit" part="submit" aria-disabled=${sending ? 'true' : nothing}>
			<span>${say(form, sending ? 'sending' : failure ? 'retry' : 'send')}</span></button>
		<p class="unseen" role="status">${sending ? say(form, 'sending') : nothing}</p>
	</form>`;
}

function errorOf({ form, answers }: FormView, name: string): string | undefined {
	const code = answers.errors.get(name);
	return code && sayIssue(form, code);
}

function fieldOf(view: FormView, field: FormField): TemplateResult {
	const { form, answers, about } = view;
	const { name, required } = field;
	const prefill = name === 'message' && about ? say(form, 'prefill', { listing: about }) : undefined;
	return renderField({
		field,
		initial: answers.typedIn(name) ?? prefill,
		// A field of a group of which one is needed is neither: its label stays bare.
		optional: required || form.anyOf.flat().includes(name) ? undefined : say(form, 'optional'),
		error: errorOf(view, name),
		display: answers.displayed.get(name),
		choose: say(form, 'choose'),
	});
}

function summarise(view: FormView): TemplateResult {
	const { form, answers, goTo } = view;
	const items = [...answers.errors.keys()].map((name) => ({
		name,
		label: answers.fields.find((field) => field.name === name)?.label,
		error: errorOf(view, name),
	}));
	return renderSummary(sayCount(form, items.length), items, goTo);
}
