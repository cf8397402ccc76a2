import type { TemplateResult } from 'lit';
import type { Form } from '../../contract/form.ts';
import { html, nothing, say } from './kit.ts';
import { sayFailure } from './say-issue.ts';

/** Codes of sends to which nobody answered. */
const SILENCE = ['unreachable', 'timeout'];

/**
 * Renders why the lead did not get through, with the agent's number as a last resort.
 * @param kept whether it is kept on this device and goes out by itself
 */
export function renderFailure(form: Form, code: string, kept: boolean): TemplateResult {
	const phone = form.agent?.phone;
	const [before, after] = say(form, 'callInstead')?.split('{phone}') ?? [];
	const waits = kept && SILENCE.includes(code);
	return html`<p class="strong ${waits ? 'kept' : ''}">${waits ? say(form, 'kept') : sayFailure(form, code)}</p>
		${
			phone && before !== undefined
				? html`<p>${before}<a href="tel:${phone}"><bdi dir="ltr">${phone}</bdi></a>${after}</p>`
				: nothing
		}`;
}
