import type { TemplateResult } from 'lit';
import type { Kit } from '../kit.ts';
import type { FieldView } from '../view/field-view.ts';
import { renderOptions } from './render-options.ts';

export { fieldsStyles as styles } from './fields.styles.ts';

/**
 * Renders a field that is chosen from, or holds a number: radio buttons, chips of which one may choose several, a list.
 * @param described the ids of what describes the input
 */
export function renderChosen(kit: Kit, view: FieldView, described: string): TemplateResult {
	const { html, nothing, toInputId } = kit;
	const { field, optional } = view;
	const { name, kind, required, label, hint } = field;
	const caption = html`<span part="label">${label}</span> ${optional && html`<span class="quiet" part="optional">(${optional})</span>`}`;
	const below = html`${hint && html`<p class="quiet" part="hint" id="${toInputId(name)}-hint">${hint}</p>`}${view.below}`;
	if (kind === 'choice' || kind === 'chips') {
		const one = kind === 'choice';
		return html`<fieldset part="field" role=${one ? 'radiogroup' : nothing}
			aria-required=${one && required ? 'true' : nothing} aria-invalid=${one && view.invalid ? 'true' : nothing}
			aria-describedby=${described || nothing}>
			<legend>${caption}</legend>${renderOptions(kit, view)}${below}</fieldset>`;
	}
	return html`<div class="narrow" part="field">
		<div class="caption"><label for=${toInputId(name)}>${caption}</label></div>
		${kind === 'select' ? renderSelect(kit, view, described) : renderNumber(kit, view, described)}${below}</div>`;
}

function renderSelect({ html, nothing, toInputId }: Kit, view: FieldView, described: string): TemplateResult {
	const { name, required, options } = view.field;
	return html`<select part="input" id=${toInputId(name)} name=${name} autocomplete="off" ?required=${required}
		aria-invalid=${view.invalid ? 'true' : nothing} aria-describedby=${described || nothing}>
		<option value="">${view.choose}</option>
		${options?.map(
			({ value, label }) => html`<option value=${value} ?selected=${value === view.initial}>${label}</option>`,
		)}
	</select>`;
}

/** Numbers are text inputs: a native number input reads `320.000` as 320. */
function renderNumber({ html, nothing, toInputId }: Kit, view: FieldView, described: string): TemplateResult {
	const { name, required, unit } = view.field;
	const input = html`<input part="input" id=${toInputId(name)} name=${name} type="text" autocomplete="off"
		inputmode="decimal" enterkeyhint="send" dir="ltr" ?required=${required} aria-invalid=${view.invalid ? 'true' : nothing}
		aria-describedby=${described || nothing} .defaultValue=${view.initial ?? ''}>`;
	return unit ? html`<div class="with-unit">${input}<span class="quiet" part="unit">${unit}</span></div>` : input;
}
