import { html } from 'hono/html';
import { toAutocomplete } from '../../contract/autocomplete.ts';
import type { Form, FormConsent, FormField } from '../../contract/form.ts';
import type { Issue } from '../../contract/problem.ts';

type Html = ReturnType<typeof html>;

/** What was typed before, by field name; a list where a field takes several answers. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** What the plain form is about and what is in it already. */
export interface PlainFormState {
	typed?: Typed;
	issues?: readonly Issue[];
	/** Sent along unseen: the listing, the language, the id of this intent. */
	hidden?: Readonly<Record<string, string>>;
}

/**
 * The contact step as a plain HTML form, for pages where no script runs: native inputs, errors tied to them (WCAG 2.2,
 * 3.3.1 and 1.3.1), everything typed still there.
 */
export function renderPlainForm(form: Form, { typed = {}, issues = [], hidden = {} }: PlainFormState): Html {
	const errorOf = (name: string) => {
		const issue = issues.find(({ field }) => field === name);
		return issue && (form.texts[`error.${issue.code}`] ?? form.texts['error.wrong_type']);
	};
	return html`<form method="post" action="/v1/sites/${form.site}/leads">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${form.steps[0]?.fields.map((field) => renderField(field, typed[field.name] ?? [], errorOf(field.name)))}
${form.consent.map((consent) => renderConsent(consent, errorOf(`consent.${consent.purpose}`), typed))}
<button>${form.texts.send}</button>
</form>`;
}

function renderField(field: FormField, typed: readonly string[], error: string | undefined): Html | Promise<Html> {
	const { name, label, kind, required } = field;
	const id = name.replaceAll('.', '-');
	const describe = error ? html` aria-invalid="true" aria-describedby="${id}-error"` : '';
	const more = html`${required ? html` required` : ''}${describe}`;
	const [value = ''] = typed;
	if (kind === 'choice' || kind === 'chips') {
		const type = kind === 'choice' ? 'radio' : 'checkbox';
		return html`<fieldset><legend>${label}</legend>${field.options?.map(
			(option) => html`<label class="tick"><input type="${type}" name="${name}" value="${option.value}"
				${typed.includes(option.value) ? html` checked` : ''}>${option.label}</label>`,
		)}${renderError(id, error)}</fieldset>`;
	}
	if (kind === 'textarea') {
		return html`<div class="field"><label for="${id}">${label}</label>
<textarea id="${id}" name="${name}" rows="4"${more}>${value}</textarea>${renderError(id, error)}</div>`;
	}
	if (kind === 'select') {
		return html`<div class="field"><label for="${id}">${label}</label><select id="${id}" name="${name}"${more}>
<option value=""></option>${field.options?.map(
			(option) =>
				html`<option value="${option.value}"${option.value === value ? html` selected` : ''}>${option.label}</option>`,
		)}</select>${renderError(id, error)}</div>`;
	}
	return html`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" value="${value}"
type="${INPUT_TYPES[kind] ?? 'text'}" autocomplete="${toAutocomplete(name)}"${more}>${renderError(id, error)}</div>`;
}

const INPUT_TYPES: Partial<Record<FormField['kind'], string>> = {
	email: 'email',
	tel: 'tel',
	number: 'number',
	money: 'number',
	date: 'date',
};

function renderConsent(consent: FormConsent, error: string | undefined, typed: Typed): Html | Promise<Html> {
	const name = `consent.${consent.purpose}`;
	const id = name.replaceAll('.', '-');
	return html`<div class="field"><label class="tick"><input type="checkbox" name="${name}"
${consent.required ? html` required` : ''}${typed[name] ? html` checked` : ''}${
	error ? html` aria-invalid="true" aria-describedby="${id}-error"` : ''
}><span>${consent.text}</span></label>${renderError(id, error)}</div>`;
}

function renderError(id: string, error: string | undefined): Html | Promise<Html> | '' {
	return error ? html`<p class="bad" id="${id}-error">${error}</p>` : '';
}
