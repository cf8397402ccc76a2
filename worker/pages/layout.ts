import { html, raw } from 'hono/html';
import type { Form } from '../../contract/form.ts';

type Html = ReturnType<typeof html>;

/** The style of every page of ours: one sheet, inline, allowed by its hash. Follows the device's light or dark. */
const STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",sans-serif;
--ink:light-dark(#1d2328,#e9ecee);--quiet:light-dark(#59636b,#a7b1b8);--paper:light-dark(#f5f6f7,#14181b);
--card:light-dark(#fff,#1d2327);--line:light-dark(#d5dadd,#3a4349);--accent:light-dark(#0b5c4a,#7fd6be);
--on-accent:light-dark(#fff,#06231c);--bad:light-dark(#b3261e,#ffb4ab)}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--paper);min-height:100vh;padding:clamp(1rem,4vw,3rem)}
body.frame{background:none;padding:0;min-height:0}
main{max-width:34rem;margin:0 auto}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem;text-wrap:balance}
p{margin:0 0 1rem}.quiet{color:var(--quiet)}a{color:inherit}
form,.card{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:clamp(1rem,4vw,1.75rem)}
label,legend{display:block;font-weight:600;font-size:.95rem;padding:0}
fieldset{border:0;margin:0 0 1.1rem;padding:0}.field{margin:0 0 1.1rem}
input:not([type=checkbox],[type=radio]),textarea,select{display:block;width:100%;min-height:2.75rem;margin-top:.35rem;
padding:.55rem .75rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--quiet);border-radius:.6rem}
textarea{min-height:7rem;resize:vertical}
.tick{display:flex;gap:.7rem;align-items:flex-start;font-weight:400;min-height:2.75rem}
.tick input{flex:none;width:1.35rem;height:1.35rem;margin:.1rem 0 0;accent-color:var(--accent)}
button{width:100%;min-height:3rem;font:inherit;font-weight:600;border:0;border-radius:.6rem;cursor:pointer;
background:var(--accent);color:var(--on-accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.bad{color:var(--bad);font-size:.95rem;margin:.3rem 0 0;font-weight:400}
[aria-invalid=true]{border-color:var(--bad)!important}
.person{display:flex;gap:.9rem;align-items:center;margin:0 0 1.25rem}
.person img{width:3.5rem;height:3.5rem;border-radius:50%;object-fit:cover}`;

/** What a page is beside its content. */
export interface PageOptions {
	form: Pick<Form, 'language' | 'direction'>;
	title: string;
	content: Html | Promise<Html>;
	status?: number;
	/** Origins whose pages may show this one in a frame; none when absent. */
	frameAncestors?: readonly string[];
	/** A script of ours to load, by its path; none when absent. */
	scripts?: readonly string[];
	/** Whether search engines may list it. */
	listed?: boolean;
	/** What the page is about, for link previews and for the form itself. */
	about?: string | undefined;
}

/** A page of ours as an HTTP answer, under a policy that allows what is in it and nothing else. */
export async function pageResponse(options: PageOptions): Promise<Response> {
	const { form, title, content, status = 200, frameAncestors, scripts = [], listed = false, about } = options;
	const page = html`<!doctype html>
<html lang="${form.language}" dir="${form.direction}">
<head>
<meta charset="utf-8"><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${listed ? '' : html`<meta name="robots" content="noindex">`}
${about ? html`<meta property="og:title" content="${about}">` : ''}
<style>${raw(STYLE)}</style>
${scripts.map((path) => html`<script type="module" async src="${path}"></script>`)}
</head>
<body class="${frameAncestors ? 'frame' : ''}"><main>${content}</main></body></html>`;
	return new Response(String(await page), {
		status,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			'content-security-policy': await toPolicy(frameAncestors, scripts.length > 0),
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'strict-origin-when-cross-origin',
			'strict-transport-security': 'max-age=31536000',
			...(!frameAncestors && { 'x-frame-options': 'DENY' }),
		},
	});
}

async function toPolicy(frameAncestors: readonly string[] | undefined, scripts: boolean): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
	const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
	return [
		`default-src 'none'`,
		`style-src 'sha256-${hash}'`,
		`img-src 'self' https: data:`,
		`form-action 'self'`,
		`base-uri 'none'`,
		`frame-ancestors ${frameAncestors?.length ? frameAncestors.join(' ') : `'none'`}`,
		...(scripts
			? [`script-src 'self'`, `connect-src 'self'`, `require-trusted-types-for 'script'`, 'trusted-types lit-html']
			: []),
	].join('; ');
}
