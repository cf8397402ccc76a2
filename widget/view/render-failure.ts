import { html, nothing, type TemplateResult } from 'lit';
import type { Form } from '../../contract/form.ts';
import { say, sayFailure } from '../texts.ts';

/** Renders why the lead did not get through, with the agent's number as a last resort. */
export function renderFailure(form: Form, code: string): TemplateResult {
	const phone = form.agent?.phone;
	const [before, after] = say(form, 'callInstead')?.split('{phone}') ?? [];
	return html`<p class="strong">${sayFailure(form, code)}</p>
		${
			phone && before !== undefined
				? html`<p>${before}<a href="tel:${phone}"><bdi dir="ltr">${phone}</bdi></a>${after}</p>`
				: nothing
		}`;
}
