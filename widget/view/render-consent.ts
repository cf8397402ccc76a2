import { html, nothing, type TemplateResult } from 'lit';
import type { FormConsent } from '../../contract/form.ts';
import { toInputId } from './field-view.ts';
import type { FieldState } from './form-state.ts';

/** Renders one consent with its exact words, which may be in another language than the form. The box is never ticked beforehand (GDPR, recital 32). */
export function renderConsent({ purpose, required, text }: FormConsent, state: FieldState | undefined): TemplateResult {
	const name = `consent.${purpose}`;
	return html`<div part="consent">
		<label class="consent"><input type="checkbox" id=${toInputId(name)} name=${name} ?required=${required}
			aria-invalid=${state?.invalid ? 'true' : nothing} aria-describedby=${state?.described || nothing}><span dir="auto">${text}</span></label>
		${state?.below}</div>`;
}
