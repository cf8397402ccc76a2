import type { TemplateResult } from 'lit';
import type { Form } from '../../contract/form.ts';
import type { Kit } from '../kit.ts';

/**
 * Renders the bar of a small screen: the ways to the agent whose number is known, and to the form.
 * @param toForm leads to the form
 */
export function renderBar({ html, nothing, say }: Kit, form: Form, toForm: () => void): TemplateResult {
	const { phone, whatsapp } = form.agent ?? {};
	return html`<div class="box bar" part="bar" lang=${form.language} dir=${form.direction}>
		${phone ? html`<a part="call" href="tel:${phone}">${say(form, 'call')}</a>` : nothing}
		${
			whatsapp
				? html`<a part="whatsapp" href="https://wa.me/${whatsapp.slice(1)}" target="_blank"
					rel="noopener">${say(form, 'whatsapp')}</a>`
				: nothing
		}
		<button class="submit" type="button" @click=${toForm}><span>${say(form, 'message')}</span></button></div>`;
}
