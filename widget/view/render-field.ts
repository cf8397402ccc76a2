import { html, nothing, type TemplateResult } from 'lit';
import type { FieldKind } from '../../contract/form.ts';
import { type FieldView, toDescription, toInputId } from './field-view.ts';
import { renderControl } from './render-control.ts';
import { renderError } from './render-error.ts';
import { renderOptions } from './render-options.ts';

/** Kinds of which two may share a row where there is room. */
const NARROW: FieldKind[] = ['email', 'tel', 'number', 'money', 'date', 'select'];

/** Renders one field: label, control, hint and what is wrong, tied together for assistive technology. */
export function renderField(view: FieldView): TemplateResult {
	const { field, error, display, optional } = view;
	const { name, kind, label, hint } = field;
	const id = toInputId(name);
	const caption = html`<span part="label">${label}</span>
		${optional ? html`<span class="quiet" part="optional">(${optional})</span>` : nothing}`;
	const below = html`${hint ? html`<p class="quiet" part="hint" id="${id}-hint">${hint}</p>` : nothing}
		${renderError(id, error)}`;
	if (kind === 'choice' || kind === 'chips') {
		return html`<fieldset class="field" part="field" role=${kind === 'choice' ? 'radiogroup' : nothing}
			aria-required=${kind === 'choice' && field.required ? 'true' : nothing}
			aria-describedby=${toDescription(view) ?? nothing}>
			<legend>${caption}</legend>${renderOptions(view)}${below}</fieldset>`;
	}
	return html`<div class="field ${NARROW.includes(kind) ? 'narrow' : ''}" part="field">
		<div class="caption"><label for=${id}>${caption}</label>
			${display ? html`<bdi class="quiet" part="display" dir="ltr" id="${id}-display">${display}</bdi>` : nothing}</div>
		${renderControl(view)}${below}</div>`;
}
