import type { TemplateResult } from 'lit';
import type { Form } from '../../contract/form.ts';
import type { Kit } from '../kit.ts';

/** What opens and closes the dialog. */
export interface Opener {
	open: () => void;
	close: () => void;
}

/**
 * Renders a button and the native dialog it opens around the card: the platform keeps the focus inside, closes on
 * Escape, and gives the focus back.
 */
export function renderDialog({ html, say }: Kit, form: Form, card: TemplateResult, opener: Opener): TemplateResult {
	const { language, direction } = form;
	return html`<div class="box" lang=${language} dir=${direction}><button class="submit" part="open"
			aria-haspopup="dialog" @click=${opener.open}><span>${say(form, 'open')}</span></button></div>
		<dialog part="dialog" aria-label=${say(form, 'open')} lang=${language} dir=${direction} closedby="any">
			${card}<button class="close" part="close" type="button" aria-label=${say(form, 'close')}
				@click=${opener.close}>✕</button></dialog>`;
}
