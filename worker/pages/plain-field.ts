import { html } from 'hono/html';
import { toAutocomplete } from '../../contract/autocomplete.ts';
import type { Form, FormField } from '../../contract/form.ts';

type Html = ReturnType<typeof html>;

/** The id of a field's input, or of the first one of a group. */
export function toPlainId(name: string): string {
	return name.replaceAll('.', '-');
}

/** Kinds whose native input is of a type of its own. Numbers are not: `type=number` reads `320.000` as 320. */
const INPUT_TYPES: Partial<Record<FormField['kind'], string>> = { email: 'email', tel: 'tel', date: 'date' };

/** Kinds that stand two in a row where there is room, as the ends of a range do. */
const NARROW: readonly FormField['kind'][] = ['number', 'money', 'date', 'select'];

/**
 * One field of the plain form: label, native control, unit, and what is wrong, tied together.
 * @param typed what was answered before
 * @param error in words, where the answer needs a look
 */
export function renderPlainField(
	form: Form,
	field: FormField,
	typed: readonly string[],
	error: string | undefined,
): Html | Promise<Html> {
	const { name, kind, required, hint, options = [] } = field;
	const id = toPlainId(name);
	const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
	const tied = html`${error ? html` aria-invalid="true"` : ''}${notes ? html` aria-describedby="${notes}"` : ''}`;
	const below = html`${hint ? html`<p class="quiet" id="${id}-hint">${hint}</p>` : ''}${renderPlainIssue(id, error)}`;
	const caption = html`${field.label}${isPlainlyOptional(form, field) ? html` <span class="quiet">(${form.texts.optional})</span>` : ''}`;
	if (kind === 'choice' || kind === 'chips') {
		// A group of radio buttons is wrong as a whole; a plain fieldset may not be called invalid.
		const one = kind === 'choice';
		return html`<fieldset${one ? html` role="radiogroup"${tied}` : notes ? html` aria-describedby="${notes}"` : ''}>
<legend>${caption}</legend><div class="options">${options.map(
			({ value, label }, at) => html`<label class="option"><input type="${one ? 'radio' : 'checkbox'}"
 id="${at ? `${id}-${at}` : id}" name="${name}" value="${value}"${typed.includes(value) ? html` checked` : ''}>${label}</label>`,
		)}</div>${below}</fieldset>`;
	}
	const [value = ''] = typed;
	const more = html` id="${id}" name="${name}"${required ? html` required` : ''}${tied}`;
	return html`<div class="field${NARROW.includes(kind) ? ' narrow' : ''}"><label for="${id}">${caption}</label>
${renderControl(form, field, value, more)}${below}</div>`;
}

/** What is wrong with a field, in words; nothing where all is well. */
export function renderPlainIssue(id: string, error: string | undefined): Html | Promise<Html> | '' {
	return error ? html`<p class="bad" id="${id}-error">${error}</p>` : '';
}

function renderControl(
	form: Form,
	{ name, kind, options = [], unit }: FormField,
	value: string,
	more: Html | Promise<Html>,
) {
	if (kind === 'textarea') return html`<textarea rows="4"${more}>${value}</textarea>`;
	if (kind === 'select') {
		return html`<select${more}><option value="">${form.texts.choose}</option>${options.map(
			(option) =>
				html`<option value="${option.value}"${option.value === value ? html` selected` : ''}>${option.label}</option>`,
		)}</select>`;
	}
	const isNumber = kind === 'number' || kind === 'money';
	// Addresses and numbers run left to right in every language.
	const isLatin = isNumber || kind === 'email' || kind === 'tel';
	const input = html`<input value="${value}" type="${INPUT_TYPES[kind] ?? 'text'}"${isNumber ? html` inputmode="decimal"` : ''}${
		isLatin ? html` dir="ltr"` : ''
	} autocomplete="${toAutocomplete(name)}"${more}>`;
	return unit ? html`<div class="with-unit">${input}<span class="quiet">${unit}</span></div>` : input;
}

/** Whether to say that a field may stay open: of the first step only, and of none of a group of which one is needed. */
function isPlainlyOptional({ steps, anyOf }: Form, { name, required }: FormField): boolean {
	return !required && !anyOf.flat().includes(name) && !!steps[0]?.fields.some((field) => field.name === name);
}
