import { html, nothing, type TemplateResult } from 'lit';
import type { FieldName } from '../../contract/field.ts';
import { type FieldView, toInputId } from './field-view.ts';

/** Autofill field names (https://html.spec.whatwg.org/#autofill-field; WCAG 1.3.5) of what every form asks; the desk brings the others. */
const TOKENS: Partial<Record<FieldName, string>> = {
	name: 'name',
	firstName: 'given-name',
	lastName: 'family-name',
	email: 'email',
	phone: 'tel',
};

/**
 * Renders the native control of a field that text is written into.
 *
 * The kinds of one line bear the names of their native input types. Only defaults are bound, never values, so a render can't rewrite what was typed. There is no `maxlength`: it would
 * cut a pasted text in silence; too long is said instead.
 * @param described the ids of what describes the input
 */
export function renderControl(view: FieldView, described: string): TemplateResult {
	const { name, kind, required } = view.field;
	const id = toInputId(name);
	const initial = view.initial ?? '';
	const invalid = view.invalid ? 'true' : nothing;
	if (kind === 'textarea') {
		return html`<textarea part="input" id=${id} name=${name} rows="4" autocomplete="off" ?required=${required}
			aria-invalid=${invalid} aria-describedby=${described || nothing} .defaultValue=${initial}></textarea>`;
	}
	// Enter sends from every single line, so that is what the key of a virtual keyboard says. Addresses and numbers run
	// left to right in every language.
	return html`<input part="input" id=${id} name=${name} type=${kind}
		autocomplete=${TOKENS[name] ?? view.autocomplete ?? 'off'} enterkeyhint="send"
		dir=${/email|tel/.test(kind) ? 'ltr' : nothing} ?required=${required} aria-invalid=${invalid}
		aria-describedby=${described || nothing} .defaultValue=${initial}>`;
}
