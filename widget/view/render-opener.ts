import { html, type TemplateResult } from 'lit';
import type { Form } from '../../contract/form.ts';
import { say } from '../texts.ts';

/**
 * Renders the button that stands in the form's place where the form is in a dialog.
 * @param own the page's own words for it, in place of the form's title
 */
export function renderOpener(form: Form, own: string | undefined, open: () => void): TemplateResult {
	return html`<div class="box" lang=${form.language} dir=${form.direction}><button class="submit" part="open"
		aria-haspopup="dialog" @click=${open}><span>${own ?? say(form, 'heading')}</span></button></div>`;
}
