import type { PageFile } from './build-peer.ts';
import type { Contestant } from './contestants.ts';

/** What is different about a page, beside which contestant it holds. */
export interface PageVariant {
	/** `bare`: without the contestant's scripts and styles. `twice`: with its tag pasted twice. `hostile`: rules that hit every input. */
	dress?: 'bare' | 'twice' | 'hostile';
	/** Doorstep's site; `bench` when absent. */
	site?: string;
	/** How many forms; 1 when absent. */
	forms?: number;
}

/** The listing page's own style sheet. The last rule is the line that the guide gives to embedders. */
export const PAGE_STYLES = `body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #222 }
main { padding: 16px } h1 { margin: 0 0 8px } #h-input { border: 1px solid #999; padding: 4px }
doorstep-form { display: block; min-height: clamp(704px, (640px - 100vw) * 999, 880px) }`;

/** Rules of a page that thinks that every input is its own. */
export const HOSTILE_STYLES = `#mount *, lead-form, lead-form *, doorstep-form, doorstep-form * { letter-spacing: 4px !important }
input, textarea, button, select { all: unset !important; border: 7px solid red !important; width: 40px !important; height: 5px !important }
label, span { font-size: 40px !important; float: right !important }`;

/** A policy that allows nothing inline, nothing evaluated, and no host but the page's own and the Worker's. */
export function toStrictPolicy(workerUrl: string): string {
	return [
		"default-src 'none'",
		`script-src 'self' ${workerUrl}`,
		"style-src 'self'",
		"img-src 'self' data:",
		"font-src 'self' data:",
		`connect-src 'self' ${workerUrl}`,
		`form-action 'self' ${workerUrl}`,
		"base-uri 'none'",
	].join('; ');
}

const PLAIN_FORM = `<form class="form" method="post" action="/lead"><label for="name">Name<input id="name" name="name" required autocomplete="name"></label>
<label for="email">Email<input id="email" name="email" type="email" required autocomplete="email"></label>
<label for="phone">Phone<input id="phone" name="phone" type="tel" required autocomplete="tel" pattern="\\+?[0-9 \\(\\)\\.\\-]{7,20}"></label>
<label for="message">Message<textarea id="message" name="message" required></textarea></label>
<label class="tick" for="consent"><input id="consent" name="consent" type="checkbox" required>I agree to be contacted</label><button>Send</button></form>`;

/** The page of a listing, with a contestant in its middle. */
export function renderListingPage(
	{ id, tag, kind, module }: Contestant,
	files: readonly PageFile[],
	workerUrl: string,
	{ dress, site = 'bench', forms = 1 }: PageVariant = {},
): string {
	const type = module ? 'type="module"' : 'defer';
	const script =
		kind === 'ours'
			? `<script type="module" async src="${workerUrl}/${site}.js"></script>`
			: names(files, '.js')
					.map((name) => `<script ${type} src="/files/${id}/${name}"></script>`)
					.join('');
	const sheets = [
		'/page.css',
		...(id === 'plain' ? ['/form.css'] : []),
		...(dress === 'hostile' ? ['/hostile.css'] : []),
		...(dress === 'bare' ? [] : names(files, '.css').map((name) => `/files/${id}/${name}`)),
	];
	const scripts = dress === 'bare' ? '' : dress === 'twice' ? script + script : script;
	const form = id === 'plain' ? PLAIN_FORM : tag ? `<${tag}></${tag}>`.repeat(forms) : '';
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>12 Elm Street</title>
${sheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('')}${scripts}</head>
<body><header><a href="#a" id="h-a">Agency</a></header><main><h1 id="h-h1">12 Elm Street</h1><p id="h-p">Three beds, two baths, 140 square metres, garden to the south.</p>
<section id="mount">${form}</section><h2 id="h-h2">About this home</h2>${'<p>Light rooms, new roof, quiet street, ten minutes from the station. The kitchen was refitted last year and the garden faces south.</p>'.repeat(6)}
<form id="h-form"><label id="h-label" for="h-input">Search</label><input id="h-input"><button type="button" id="h-button">Go</button></form><ul id="h-ul"><li>School 400 m</li></ul></main></body></html>`;
}

function names(files: readonly PageFile[], extension: string): string[] {
	return files.map(({ name }) => name).filter((name) => name.endsWith(extension));
}
