import { html } from 'hono/html';
import type { Form } from '../../contract/form.ts';
import type { Issue } from '../../contract/problem.ts';
import { pageResponse } from './layout.ts';
import { type PlainFormState, renderPlainForm } from './plain-form.ts';

/** The page a visitor without scripts sees once the lead is stored. */
export function thanksPage(form: Form): Promise<Response> {
	const { texts } = form;
	const content = html`<div class="card"><h1>${texts.sentTitle}</h1><p>${texts.sentText}</p></div>`;
	return pageResponse({ form, title: texts.sentTitle ?? '', content });
}

/**
 * The page a visitor without scripts sees when the lead was not taken: what to mend, in the form itself with all that
 * was typed, so that nothing has to be written again.
 */
export function againPage(form: Form, status: number, state: PlainFormState): Promise<Response> {
	const issues = state.issues ?? [];
	const title = issues.length > 0 ? toSummary(form, issues) : (form.texts.failed ?? '');
	const phone = form.agent?.phone;
	const content = html`<h1>${title}</h1>${renderUnplaced(form, issues)}
${phone ? html`<p class="quiet">${form.texts.callInstead?.replace('{phone}', phone)}</p>` : ''}
${renderPlainForm(form, state)}`;
	return pageResponse({ form, title, content, status });
}

function toSummary({ language, texts }: Form, issues: readonly Issue[]): string {
	const plural = new Intl.PluralRules(language).select(issues.length);
	const words = texts[`summary.${plural}` as 'summary.other'] ?? texts['summary.other'] ?? '';
	return words.replace('{count}', new Intl.NumberFormat(language).format(issues.length));
}

/** Issues of fields the form does not show: said above it, for they have no other place. */
function renderUnplaced(form: Form, issues: readonly Issue[]) {
	const shown = new Set<string>([
		...(form.steps[0]?.fields.map(({ name }) => name) ?? []),
		...form.consent.map(({ purpose }) => `consent.${purpose}`),
	]);
	const words = issues.filter(({ field }) => !shown.has(field)).map(({ code }) => form.texts[`error.${code}`]);
	return [...new Set(words)].map((text) => html`<p class="bad">${text}</p>`);
}
