import { html } from 'hono/html';
import type { Form, FormConsent, FormField, FormStep } from '../../contract/form.ts';
import type { Issue } from '../../contract/problem.ts';
import { PLAIN_PROOF_NAMES } from '../screen/plain-proof.ts';
import { renderPlainField, renderPlainIssue, toPlainId } from './plain-field.ts';

type Html = ReturnType<typeof html>;

/** An input that no person sees or comes to by keyboard; programs that fill every input fill it. */
const TRAP = PLAIN_PROOF_NAMES.trap;

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
 * The whole form as plain HTML, for pages where no script runs: native inputs, errors tied to them (WCAG 2.2, 3.3.1 and
 * 1.3.1), everything typed still there. The contact step comes first; each further step, all of whose questions may stay
 * open, is a group to unfold, in the order in which the widget asks them. What is asked only for some plans is asked of
 * all: without scripts nothing can come and go.
 */
export function renderPlainForm(form: Form, { typed = {}, issues = [], hidden = {} }: PlainFormState): Html {
	const errorOf = (name: string) => {
		const issue = issues.find(({ field }) => field === name);
		return issue && (form.texts[`error.${issue.code}`] ?? form.texts['error.wrong_type']);
	};
	const renderFields = (fields: readonly FormField[]) =>
		fields.map((field) => renderPlainField(form, field, typed[field.name] ?? [], errorOf(field.name)));
	const [contact, ...further] = form.steps;
	return html`<form method="post" action="/v1/sites/${form.site}/leads">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${renderFields(contact?.fields ?? [])}
${toGroups(further).map(({ title, fields }) => {
	const isOpen = fields.some(({ name }) => errorOf(name) || typed[name]?.some(Boolean));
	return html`<details${isOpen ? html` open` : ''}><summary>${title}
<span class="quiet">(${form.texts.optional})</span></summary>
<fieldset class="group"><legend class="unseen">${title}</legend>${renderFields(fields)}</fieldset></details>`;
})}
${form.consent.map((consent) => renderConsent(consent, errorOf(`consent.${consent.purpose}`), typed))}
<div class="unseen" aria-hidden="true"><label>${TRAP}<input name="${TRAP}" tabindex="-1" autocomplete="off"></label></div>
<button>${form.texts.send}</button>
</form>`;
}

/** The steps, those that follow each other under one title as one: here they need not fit a screen. */
function toGroups(steps: readonly FormStep[]): { title: string | undefined; fields: FormField[] }[] {
	const groups: { title: string | undefined; fields: FormField[] }[] = [];
	for (const { title, fields } of steps) {
		const last = groups.at(-1);
		if (last && last.title === title) last.fields.push(...fields);
		else groups.push({ title, fields: [...fields] });
	}
	return groups;
}

/** One consent in its exact words, which may be in the site's language though the form is in another. */
function renderConsent(consent: FormConsent, error: string | undefined, typed: Typed): Html | Promise<Html> {
	const name = `consent.${consent.purpose}`;
	const id = toPlainId(name);
	return html`<div class="field"><label class="tick"><input type="checkbox" id="${id}" name="${name}"
${consent.required ? html` required` : ''}${typed[name] ? html` checked` : ''}${
	error ? html` aria-invalid="true" aria-describedby="${id}-error"` : ''
}><span dir="auto">${consent.text}</span></label>${renderPlainIssue(id, error)}</div>`;
}
