import { html, nothing, type TemplateResult } from 'lit';
import type { Form, FormAgent, FormField } from '../../contract/form.ts';
import type { Listing } from '../../contract/lead.ts';
import type { Part } from '../lazy-parts.ts';
import { toListingName, toPrice } from '../page/read-listing.ts';
import { say } from '../texts.ts';
import type { FieldState, FormState } from './form-state.ts';
import { renderAgent } from './render-agent.ts';
import { renderConsent } from './render-consent.ts';
import { renderField } from './render-field.ts';

/** Everything the form's picture depends on. */
export interface FormView {
	form: Form;
	/** Who answers, where that is to be shown. */
	agent: FormAgent | undefined;
	/** Where the browser itself posts the form, should the part that sends not be had. */
	action: string;
	listing: Listing;
	/** What fields start with, by name, where nothing was typed. */
	given: Record<string, string | null | undefined>;
	/** Renders fields that are chosen from, once it is here. */
	fields: Part<'fields'> | undefined;
	/** What the desk adds, once it is here. */
	state: FormState | undefined;
	/** Whether a send waits for a later part. */
	sending: boolean;
	/** What the live region says before any later part is here. */
	failure: string | undefined;
}

/** Renders the one native form, with the fields asked now. Each field keeps its place, so that its input stays. */
export function renderForm(view: FormView): TemplateResult {
	const { form, listing, state } = view;
	const name = toListingName(listing);
	const price = toPrice(listing, `${form.language}-${form.country}`);
	// Isolated (UAX #9): a title may run the other way than the words around it.
	const about = `\u2068${price ? `${name} · ${price}` : name}\u2069`;
	const step = state?.step ?? 0;
	const { reference } = listing;
	const sending = view.sending || state?.sending;
	// A further step has a title of its own: the page's words belong to the first.
	return html`<form novalidate method="post" action=${view.action} aria-labelledby="heading">
		<input type="hidden" name="language" value=${form.language}>
		<input type="hidden" name="listing.reference" value=${reference} ?disabled=${!reference}>
		${renderAgent(view.agent)}
		<header><slot name=${step || 'heading'}><h2 part="heading" id="heading" tabindex="-1">${step ? form.steps[step]?.title : say(form, 'heading')}</h2></slot>
			${name ? html`<p class="quiet" part="about">${say(form, 'about', { listing: about })}</p>` : nothing}</header>
		${form.steps[1] ? renderProgress(form, step + 1) : nothing}${state?.above}
		${form.steps.map(({ fields }, at) =>
			fields.map((field) =>
				// What depends on an answer is not asked before there is one.
				(state ? state.fields.includes(field) : !at && !field.when) ? fieldOf(view, field) : nothing,
			),
		)}
		${step ? nothing : form.consent.map((consent) => renderConsent(consent, state?.of(`consent.${consent.purpose}`)))}
		<slot name="consent" ?hidden=${step}></slot>
		<div class="failure" part="failure" role="alert">${state?.failure ?? view.failure}</div>
		${state?.beside}<button class="submit" part="submit" aria-disabled=${sending ? 'true' : nothing}>
			<span>${say(form, sending ? 'sending' : (state?.button ?? (form.steps[1] ? 'next' : 'send')))}</span></button>
		<p class="unseen" role="status">${sending ? say(form, 'sending') : nothing}</p>
	</form>`;
}

function renderProgress(form: Form, step: number): TemplateResult {
	const steps = form.steps.length;
	const words = say(form, 'progress', { step, steps });
	return html`<p class="quiet" part="progress">${words}<progress value=${step} max=${steps} aria-hidden="true"></progress></p>`;
}

function fieldOf({ form, listing, given, state, fields }: FormView, field: FormField): unknown {
	const about = toListingName(listing);
	const { name, required } = field;
	const prefill = name === 'message' && about ? say(form, 'prefill', { listing: about }) : given[name];
	const known: FieldState = state?.of(name) ?? {};
	// A field of a group of which one is needed is neither: its label stays bare.
	const optional = required || form.anyOf.flat().includes(name) ? undefined : say(form, 'optional');
	const choose = say(form, 'choose');
	return renderField({ ...known, field, initial: known.initial ?? prefill, optional, choose }, fields);
}
