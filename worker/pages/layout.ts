import { html, raw } from 'hono/html';
import type { Form } from '../../contract/form.ts';
import { PAGE_HEADERS, PRIVATE_PAGE_HEADERS } from './security-headers.ts';

type Html = ReturnType<typeof html>;

/** The style of every page of ours: one sheet, inline, allowed by its hash. Follows the device's light or dark. */
const STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",sans-serif;
--ink:light-dark(#1d2328,#e9ecee);--quiet:light-dark(#59636b,#a7b1b8);--paper:light-dark(#f5f6f7,#14181b);
--card:light-dark(#fff,#1d2327);--line:light-dark(#d5dadd,#3a4349);--edge:light-dark(#79838b,#7d8890);--accent:light-dark(#0b5c4a,#7fd6be);
--on-accent:light-dark(#fff,#06231c);--bad:light-dark(#b3261e,#ffb4ab)}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--paper);min-height:100vh;padding:clamp(1rem,4vw,3rem)}
body.frame{background:none;padding:0;min-height:0}
main{max-width:34rem;margin:0 auto}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 1rem;text-wrap:balance}
p{margin:0 0 1rem}.quiet{color:var(--quiet)}a{color:inherit}
form,.card,.summary{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:clamp(1.1rem,5vw,1.75rem)}
form{display:flex;flex-wrap:wrap;gap:1.1rem 1rem}form>*,.group>*{flex:1 1 100%;min-width:0}
.group>.narrow{flex-basis:12rem}
label,legend{display:block;font-weight:600;font-size:.95rem;padding:0;overflow-wrap:anywhere}
label .quiet,summary .quiet{font-weight:400;font-size:.875rem}
fieldset{border:0;margin:0;padding:0;min-width:0}
.group{display:flex;flex-wrap:wrap;gap:1.1rem 1rem;padding:.25rem 0 1.25rem}
input:not([type=checkbox],[type=radio]),textarea,select{display:block;width:100%;min-height:3rem;margin-top:.35rem;
padding:.6rem .8rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--edge);border-radius:.6rem}
[dir=rtl] [dir=ltr]{text-align:right}option{color:CanvasText;background:Canvas}
textarea{min-height:7rem;resize:vertical;field-sizing:content;max-height:24rem}
.with-unit{display:flex;align-items:center;gap:.6rem}
details{border-block-start:1px solid var(--line);margin-block-end:-1.1rem}details+:not(details){border-block-start:1px solid var(--line);padding-block-start:1.1rem;margin-block-start:1.1rem}
summary{min-height:3rem;padding:.7rem 0;font-weight:600;cursor:pointer;border-radius:.4rem}
.options{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.4rem}
.option{display:flex;gap:.5rem;align-items:center;min-height:2.75rem;padding:.5rem 1.1rem .5rem .85rem;font-weight:400;
border:1px solid var(--edge);border-radius:2rem;cursor:pointer}[dir=rtl] .option{padding:.5rem .85rem .5rem 1.1rem}
.option:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
[type=checkbox],[type=radio]{flex:none;width:1.25rem;height:1.25rem;margin:0;accent-color:var(--accent)}
.tick{display:flex;gap:.7rem;align-items:flex-start;font-weight:400;min-height:2.75rem;padding:.6rem 0}
.tick input{margin-block-start:.15rem}
button{width:100%;min-height:3rem;font:inherit;font-weight:600;border:0;border-radius:.6rem;cursor:pointer;
background:var(--accent);color:var(--on-accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.bad{color:var(--bad);font-size:.95rem;margin:.3rem 0 0;font-weight:400}
[aria-invalid=true]:not(fieldset){border-color:var(--bad)!important;box-shadow:inset 0 0 0 1px var(--bad)}
.summary{margin:0 0 1.25rem;border-inline-start:4px solid var(--bad)}.summary h1{font-size:1.25rem;margin:0}
.summary ul{margin:.6rem 0 0;padding:0;list-style:none}.summary li{padding:.25rem 0}.summary a{font-weight:600}
.summary p{margin:.6rem 0 0}
.thanks{text-align:center;margin-top:clamp(0rem,8vh,5rem)}.thanks p{margin:0 auto;max-width:26rem}
.thanks svg{padding:.35rem;margin-bottom:.6rem;border-radius:50%;fill:none;stroke:var(--accent);stroke-width:3.5;
stroke-linecap:round;stroke-linejoin:round;background:color-mix(in srgb,var(--accent) 14%,transparent)}
.unseen{position:absolute;clip-path:inset(50%);white-space:nowrap}
.person{display:flex;gap:.9rem;align-items:center;margin:0 0 1.25rem}
.person img{width:4rem;height:4rem;border-radius:50%;object-fit:cover}.person strong,.person span{display:block}
.person .ways{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem}.ways a{padding:.2rem 0;color:var(--accent);font-weight:600}
@media(forced-colors:active){.option:has(:checked){border:2px solid Highlight}}`;

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
	/** Whether the form in it uses Turnstile. */
	turnstile?: boolean;
	/** The address of a picture it shows, on whatever origin; none of another origin when absent. */
	image?: string | undefined;
}

/** A page of ours as an HTTP answer, under a policy that allows what is in it and nothing else. */
export async function pageResponse(options: PageOptions): Promise<Response> {
	const {
		form,
		title,
		content,
		status = 200,
		frameAncestors,
		scripts = [],
		listed = false,
		about,
		image,
		turnstile = false,
	} = options;
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
			'content-security-policy': await toPolicy(frameAncestors, scripts.length > 0, image, turnstile),
			// The referrer policy is not `no-referrer`: a plain form's post would then say that its origin is `null`.
			...(frameAncestors ? PAGE_HEADERS : PRIVATE_PAGE_HEADERS),
		},
	});
}

async function toPolicy(
	frameAncestors: readonly string[] | undefined,
	scripts: boolean,
	image: string | undefined,
	turnstile: boolean,
): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
	const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
	return [
		`default-src 'none'`,
		`style-src 'sha256-${hash}'`,
		`img-src 'self' data:${image && URL.canParse(image) ? ` ${new URL(image).origin}` : ''}`,
		`form-action 'self'`,
		`base-uri 'none'`,
		`frame-ancestors ${frameAncestors?.length ? frameAncestors.join(' ') : `'none'`}`,
		...(scripts ? toScriptRules(turnstile) : []),
	].join('; ');
}

/** Cloudflare's script is not known to live under Trusted Types, so a page that needs it does without them. */
function toScriptRules(turnstile: boolean): string[] {
	const cloudflare = 'https://challenges.cloudflare.com';
	return turnstile
		? [`script-src 'self' ${cloudflare}`, `connect-src 'self'`, `frame-src ${cloudflare}`]
		: [`script-src 'self'`, `connect-src 'self'`, `require-trusted-types-for 'script'`, 'trusted-types lit-html'];
}
