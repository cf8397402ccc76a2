import { html } from 'hono/html';
import type { Form } from '../../contract/form.ts';
import type { Issue } from '../../contract/problem.ts';
import { pageResponse } from './layout.ts';
import { toPlainId } from './plain-field.ts';
import { type PlainFormState, renderPlainForm } from './plain-form.ts';

/**
 * The page a visitor without scripts sees once the lead is stored.
 * @param lead the id of a lead that has a receipt, for a link to it
 */
export function thanksPage(form: Form, lead?: string): Promise<Response> {
	const { texts } = form;
	const receipt =
		lead &&
		html`<p><a href="/v1/sites/${form.site}/leads/${encodeURIComponent(lead)}/receipt?format=html">${texts.receipt}</a></p>`;
	const content = html`<div class="card thanks"><svg viewBox="0 0 48 48" width="56" height="56" aria-hidden="true"><path
d="m14 25 7 7 14-15" /></svg><h1>${texts.sentTitle}</h1><p>${texts.sentText}</p>${receipt}</div>`;
	return pageResponse({ form, title: texts.sentTitle ?? '', content });
}

/**
 * The page a visitor without scripts sees when the lead was not taken: what to mend, with a way to each place, and the
 * form itself with all that was typed, so that nothing has to be written again.
 */
export function againPage(form: Form, status: number, state: PlainFormState): Promise<Response> {
	const issues = state.issues ?? [];
	const title = issues.length > 0 ? toSummary(form, issues) : (form.texts.failed ?? '');
	const phone = form.agent?.phone;
	const [before, after] = form.texts.callInstead?.split('{phone}') ?? [];
	const call =
		phone && before !== undefined
			? html`<p>${before}<a href="tel:${phone}"><bdi dir="ltr">${phone}</bdi></a>${after}</p>`
			: '';
	const content = html`<div class="summary"><h1>${title}</h1>${renderIssues(form, issues)}${call}</div>
${renderPlainForm(form, state)}`;
	return pageResponse({ form, title, content, status });
}

function toSummary({ language, texts }: Form, issues: readonly Issue[]): string {
	const plural = new Intl.PluralRules(language).select(issues.length);
	const words = texts[`summary.${plural}` as 'summary.other'] ?? texts['summary.other'] ?? '';
	return words.replace('{count}', new Intl.NumberFormat(language).format(issues.length));
}

/** Every issue, in the form's order, with a link to its field; those of fields that the form does not show without. */
function renderIssues(form: Form, issues: readonly Issue[]) {
	if (issues.length === 0) return '';
	const labels = new Map<string, string>(
		form.steps.flatMap(({ fields }) => fields.map(({ name, label }) => [name, label])),
	);
	const places = [...labels.keys(), ...form.consent.map(({ purpose }) => `consent.${purpose}`)];
	const placed = issues.filter(({ field }) => places.includes(field));
	placed.sort((a, b) => places.indexOf(a.field) - places.indexOf(b.field));
	const say = ({ code }: Issue) => form.texts[`error.${code}`] ?? form.texts['error.wrong_type'];
	const lost = new Set(issues.filter((issue) => !placed.includes(issue)).map(say));
	return html`<ul>${placed.map((issue) => {
		const label = labels.get(issue.field);
		return html`<li><a href="#${toPlainId(issue.field)}">${label ?? say(issue)}</a>${label ? html` ${say(issue)}` : ''}</li>`;
	})}${[...lost].map((words) => html`<li>${words}</li>`)}</ul>`;
}
