import { html, nothing, type TemplateResult } from 'lit';
import { toAutocomplete } from '../../contract/autocomplete.ts';
import type { FieldKind } from '../../contract/form.ts';
import { type FieldView, toDescription, toInputId } from './field-view.ts';

/** Native input types by kind. Numbers are text inputs: a native number input reads `320.000` as 320. */
const TYPES: Partial<Record<FieldKind, string>> = { email: 'email', tel: 'tel', date: 'date' };

/** Virtual keyboards by kind, where the type alone doesn't call them. */
const KEYBOARDS: Partial<Record<FieldKind, string>> = { number: 'decimal', money: 'decimal' };

/** Addresses and numbers run left to right in every language. */
const LEFT_TO_RIGHT: FieldKind[] = ['email', 'tel', 'number', 'money'];

/**
 * Renders the native control of a field that has one: `input`, `textarea` or `select`.
 *
 * Only defaults are bound, never values, so a render can't rewrite what was typed. There is no `maxlength`: it would
 * cut a pasted text in silence; too long is said instead.
 */
export function renderControl(view: FieldView): TemplateResult {
	const { field, initial, error, choose } = view;
	const { name, kind, required, options, unit } = field;
	const id = toInputId(name);
	const description = toDescription(view) ?? nothing;
	const invalid = error ? 'true' : 'false';
	if (kind === 'textarea') {
		return html`<textarea part="input" id=${id} name=${name} rows="4" autocomplete="off" ?required=${required}
			aria-invalid=${invalid} aria-describedby=${description} .defaultValue=${initial ?? ''}></textarea>`;
	}
	if (kind === 'select') {
		return html`<select part="input" id=${id} name=${name} autocomplete=${toAutocomplete(name)} ?required=${required}
			aria-invalid=${invalid} aria-describedby=${description}>
			<option value="">${choose}</option>
			${options?.map(({ value, label }) => html`<option value=${value} ?selected=${value === initial}>${label}</option>`)}
		</select>`;
	}
	// Enter sends from every single line, so that is what the key of a virtual keyboard says.
	const input = html`<input part="input" id=${id} name=${name} type=${TYPES[kind] ?? 'text'}
		autocomplete=${toAutocomplete(name)} inputmode=${KEYBOARDS[kind] ?? nothing} enterkeyhint="send"
		dir=${LEFT_TO_RIGHT.includes(kind) ? 'ltr' : nothing} ?required=${required}
		aria-invalid=${invalid} aria-describedby=${description} .defaultValue=${initial ?? ''}>`;
	return unit ? html`<div class="with-unit">${input}<span class="quiet" part="unit">${unit}</span></div>` : input;
}
