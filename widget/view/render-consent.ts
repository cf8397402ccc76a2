import { html, nothing, type TemplateResult } from 'lit';
import type { FormConsent } from '../../contract/form.ts';
import { toInputId } from './field-view.ts';
import { renderError } from './render-error.ts';

/** Renders one consent with its exact words. The box is never ticked beforehand (GDPR, recital 32). */
export function renderConsent({ purpose, required, text }: FormConsent, error: string | undefined): TemplateResult {
	const name = `consent.${purpose}`;
	const id = toInputId(name);
	return html`<div class="field" part="consent">
		<label class="consent"><input type="checkbox" id=${id} name=${name} value="yes" ?required=${required}
			aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? `${id}-error` : nothing}><span>${text}</span></label>
		${renderError(id, error)}</div>`;
}
