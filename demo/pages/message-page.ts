import { html } from './html.ts';
import { renderLayout } from './layout.ts';
import { PAGE_TEXTS } from './page-texts.ts';

/** A page with one heading and one sentence: for addresses that don't exist. */
export function renderMessage(heading: string, sentence: string): string {
	const texts = PAGE_TEXTS.en;
	return renderLayout({
		language: 'en',
		site: 'portal',
		title: `${heading} · Umbral`,
		tagline: texts.tagline,
		links: [{ href: '/inbox', label: texts.inbox }],
		body: html`	<main class="front"><div class="intro"><h1>${heading}</h1><p>${sentence} <a href="/">See all listings</a>.</p></div></main>`,
		imprint: texts.imprint,
	});
}
