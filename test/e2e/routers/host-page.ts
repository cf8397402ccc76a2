import type { Page } from 'playwright-core';
import { type HostWorld, nameIn } from '../../support/host-world.ts';

/** The two listings of the tests' host. */
export const LISTINGS = { one: 'EB-AB1234', two: 'EB-CD5678' } as const;

/**
 * Collects what the page hears of the widget, and what its policy forbids. A file of its own, for strict policies. In
 * the session, so that a reload by mistake loses nothing and shows as a second start.
 */
const RECORDER = `
const record = (key, value) => { sessionStorage[key] = JSON.stringify([...JSON.parse(sessionStorage[key] ?? '[]'), value]); };
record('starts', location.pathname);
document.addEventListener('doorstep-submitted', (event) => record('submitted', event.target.listing));
document.addEventListener('securitypolicyviolation', (event) => record('violations', event.violatedDirective + ' ' + event.blockedURI));
`;

/** Puts the recorder on the host's server. */
export function serveRecorder({ server }: HostWorld): void {
	server.pages.set('/recorder.js', { body: RECORDER });
}

/** What a tab recorded. */
export type Recorded = 'starts' | 'submitted' | 'violations';

/** Reads what the visitor's tab recorded. */
export async function recorded(page: Page, what: Recorded): Promise<string[]> {
	return JSON.parse((await page.evaluate((key) => sessionStorage[key], what)) ?? '[]');
}

/** A page of the host. */
export interface HostPage {
	title: string;
	/** The router, and whatever else is in the head. */
	head?: string;
	body: string;
}

/** A Spanish page of the host as HTML, with a way to each of its three pages below `base`. */
export function toHtml({ title, head = '', body }: HostPage, base = ''): string {
	return `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>${title}</title>
<script src="/recorder.js"></script>${head}</head>
<body>${base && `<nav>${['one', 'none', 'two'].map((to) => `<a href="${base}/${to}">${to}</a>`).join(' ')}</nav>`}
<main>${body}</main></body></html>`;
}

/** The tag, as README and docs have it. */
export const toTag = (workerUrl: string, script = '/sol.js'): string =>
	`<script type="module" async src="${workerUrl}${script}"></script>`;

/** The element, as README and docs have it. */
export const toElement = (listing: string, more = ''): string =>
	`<doorstep-form listing="${listing}"${more}></doorstep-form>`;

/** Types into the form as a visitor does, and waits until it is kept as a draft. */
export async function type(page: Page, name: string): Promise<void> {
	await nameIn(page.locator('doorstep-form')).pressSequentially(name);
	await page.waitForFunction(
		(typed) =>
			Object.keys(sessionStorage).some(
				(key) => key.startsWith('doorstep-draft') && sessionStorage[key].includes(typed),
			),
		name,
	);
}

/** Changes the state of a host's app, as its router would. */
export async function show(page: Page, change: object): Promise<void> {
	await page.evaluate((state) => (window as unknown as { show: (state: object) => unknown }).show(state), change);
}

/** What the widget has left on a page that has no form any more: elements, attributes, style sheets. */
export function readLeftovers(): string[] {
	const tags = [...document.querySelectorAll('*')].map((element) => (element.cloneNode() as Element).outerHTML);
	return [
		...tags.filter((tag) => /doorstep|lit-|sol\.js/.test(tag) && !tag.startsWith('<script')),
		...document.adoptedStyleSheets.map(() => 'a style sheet'),
	];
}
