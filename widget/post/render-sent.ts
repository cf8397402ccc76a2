import type { TemplateResult } from 'lit';
import type { Form } from '../../contract/form.ts';
import type { Kit } from '../kit.ts';

/**
 * Renders the thank-you in the form's place. Its heading takes the focus that the form's button had.
 * @param receipt the address of the consents' receipt, where there is one
 */
export function renderSent(
	{ html, nothing, say }: Kit,
	form: Form,
	again: () => void,
	receipt: string | undefined,
): TemplateResult {
	// A page of http alone is linked, whatever the answer said.
	const link = receipt?.startsWith('http') && say(form, 'receipt');
	return html`<div class="sent" part="sent">
		<svg class="check" viewBox="0 0 48 48" fill="none" aria-hidden="true"><path d="m14 25 7 7 14-15" /></svg>
		<h2 part="heading" tabindex="-1">${say(form, 'sentTitle')}</h2>
		<slot name="sent"><p>${say(form, 'sentText')}</p></slot>
		${link ? html`<a class="strong" part="receipt" href=${`${receipt}?format=html`} target="_blank">${link}</a>` : nothing}
		<button class="plain" part="again" type="button" @click=${again}>${say(form, 'again')}</button>
	</div>`;
}
