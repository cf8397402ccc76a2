import type { TemplateResult } from 'lit';
import type { Kit } from '../kit.ts';
import type { FieldView } from '../view/field-view.ts';

/**
 * Renders the options of a `choice` (radio buttons, one of) or `chips` (check boxes, any of). The first input bears
 * the field's id, so that a link to the field leads to it. A group of radio buttons is wrong as a whole, a check box by itself.
 */
export function renderOptions(
	{ html, nothing, toInputId }: Kit,
	{ field, initial, invalid }: FieldView,
): TemplateResult {
	const { name, kind, options } = field;
	const many = kind === 'chips';
	return html`<div class="options">
		${options?.map(
			({ value, label }, at) => html`<label class="option" part="option">
				<input id=${at ? `${toInputId(name)}-${at}` : toInputId(name)} name=${name} value=${value}
					type=${many ? 'checkbox' : 'radio'} aria-invalid=${many && invalid ? 'true' : nothing}
					?checked=${[initial].flat().includes(value)}><span>${label}</span></label>`,
		)}
	</div>`;
}
