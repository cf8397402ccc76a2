import type { DemoListing } from '../listings/listing.ts';
import { html } from './html.ts';
import { renderLayout } from './layout.ts';
import { PAGE_TEXTS } from './page-texts.ts';

/** The form of a listing in a frame: what an agent pastes where a portal allows frames but no script tag of others. */
export function renderFramed(listing: DemoListing, workerUrl: string): string {
	const texts = PAGE_TEXTS.en;
	return renderLayout({
		language: 'en',
		site: listing.site,
		title: `${listing.title} · in a frame · Umbral`,
		head: html`	<script type="module" async src="${workerUrl}/embed/fit.js"></script>
`,
		tagline: texts.tagline,
		links: [{ href: '/inbox', label: texts.inbox }],
		body: html`	<main class="front"><div class="intro"><h1>${listing.title}</h1>
		<p>The form in a frame, as an agent pastes it into a portal. <a href="${listing.path}">See it in the page</a>.</p></div>
		<iframe class="framed" title="${texts.formTitle}" src="${workerUrl}/${listing.site}/embed?listing=${listing.reference}"></iframe></main>`,
		imprint: texts.imprint,
	});
}
