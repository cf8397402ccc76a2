import type { TemplateResult } from 'lit';
import type { Form } from '../../contract/form.ts';
import type { Kit } from '../kit.ts';

/**
 * Renders the native dialog around the card: the platform keeps the focus inside, closes on Escape, and gives the focus
 * back. Its way out comes first and stays in sight, however far a small screen has to scroll.
 */
export function renderDialog({ html, say }: Kit, form: Form, card: TemplateResult, close: () => void): TemplateResult {
	return html`<dialog part="dialog" aria-label=${say(form, 'open')} lang=${form.language} dir=${form.direction}
		closedby="any"><div class="top"><button class="close" part="close" type="button" aria-label=${say(form, 'close')}
			@click=${close}>✕</button></div>${card}</dialog>`;
}
