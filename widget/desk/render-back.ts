import type { TemplateResult } from 'lit';
import type { Form } from '../../contract/form.ts';
import { html, say } from './kit.ts';

/** Renders the way back to the step before. What was typed here stays. */
export function renderBack(form: Form, back: () => void): TemplateResult {
	return html`<button class="plain" part="back" type="button" @click=${back}>${say(form, 'back')}</button>`;
}
