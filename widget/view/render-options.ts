import { html, nothing, type TemplateResult } from 'lit';
import { type FieldView, toInputId } from './field-view.ts';

/**
 * Renders the options of a `choice` (radio buttons, one of) or `chips` (check boxes, any of). The first input bears
 * the field's id, so that a link to the field leads to it.
 */
export function renderOptions({ field, initial, error }: FieldView): TemplateResult {
	const { name, kind, options } = field;
	return html`<div class="options">
		${options?.map(
			({ value, label }, at) => html`<label class="option" part="option">
				<input id=${at ? `${toInputId(name)}-${at}` : toInputId(name)} name=${name} value=${value}
					type=${kind === 'chips' ? 'checkbox' : 'radio'} aria-invalid=${error ? 'true' : nothing}
					?checked=${[initial].flat().includes(value)}><span>${label}</span></label>`,
		)}
	</div>`;
}
