import { html, raw } from 'hono/html';
import type { Form } from '../../contract/form.ts';
import type { Issue } from '../../contract/problem.ts';

const STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.6 system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;box-sizing:border-box}
main{max-width:34rem}h1{font-size:1.75rem;line-height:1.2;margin:0 0 .75rem}p,ul{margin:0 0 1rem}a{color:inherit}`;

/** The page's style is the only inline thing, allowed by its hash. */
async function toPolicy(): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
	const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
	return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/**
 * The page a visitor without scripts sees after sending: thanks, or what to mend. In the form's language, no script.
 * @param issues the refused fields, each told with its label
 */
export async function pageResponse(
	form: Form,
	status: number,
	what: 'sent' | 'failed',
	issues: readonly Issue[] = [],
): Promise<Response> {
	const { texts } = form;
	const fields = form.steps.flatMap((step) => step.fields);
	const rows = issues.map((issue) => {
		const label = fields.find((field) => field.name === issue.field)?.label;
		const words = texts[`error.${issue.code}`] ?? texts['error.wrong_type'];
		return label ? `${label}: ${words}` : words;
	});
	const plural = new Intl.PluralRules(form.language).select(rows.length);
	const summary = (texts[`summary.${plural}` as 'summary.other'] ?? texts['summary.other'] ?? '').replace(
		'{count}',
		String(rows.length),
	);
	const title = what === 'sent' ? texts.sentTitle : rows.length > 0 ? summary : texts.failed;
	const body = html`<!doctype html>
<html lang="${form.language}" dir="${form.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${raw(STYLE)}</style></head>
<body><main>
<h1>${title}</h1>
${what === 'sent' ? html`<p>${texts.sentText}</p>` : ''}
${rows.length > 0 ? html`<ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>` : ''}
${what === 'failed' && form.agent?.phone ? html`<p>${texts.callInstead?.replace('{phone}', form.agent.phone)}</p>` : ''}
</main></body></html>`;
	return new Response(String(await body), {
		status,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			'content-security-policy': await toPolicy(),
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
		},
	});
}
