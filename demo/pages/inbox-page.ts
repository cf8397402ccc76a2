import { html } from './html.ts';
import { renderLayout } from './layout.ts';
import { PAGE_TEXTS } from './page-texts.ts';

/** The inbox page: an empty frame that `/assets/inbox.js` fills from `/inbox/events`. */
export function renderInbox(vendors: readonly string[], firstListing: string): string {
	const texts = PAGE_TEXTS.en;
	return renderLayout({
		language: 'en',
		site: 'portal',
		title: 'Inbox · Umbral',
		head: html`	<link rel="stylesheet" href="/assets/inbox.css">
	<script type="module" src="/assets/inbox.js"></script>
`,
		tagline: texts.tagline,
		links: [{ href: '/', label: 'Listings' }],
		body: html`	<main class="inbox">
		<div class="inbox-head">
			<div><h1>Inbox</h1><p>What each vendor’s system received, newest first.</p></div>
			<p class="live" id="live" role="status">Connecting…</p>
		</div>
		<div class="filters" id="filters" role="group" aria-label="Show one vendor">
			<button type="button" aria-pressed="true" data-vendor="">All <span></span></button>
			${vendors.map((vendor) => html`<button type="button" aria-pressed="false" data-vendor="${vendor}">${VENDOR_NAMES[vendor] ?? vendor} <span></span></button>`)}
			<button type="button" class="empty-it" id="empty-it" hidden>Empty the inbox</button>
		</div>
		<div class="nothing" id="nothing">
			<h2>Nothing here yet</h2>
			<p>Open <a href="${firstListing}">a listing</a>, send its form, and the request to the vendor appears here at once, refused ones too.</p>
		</div>
		<ol class="entries" id="entries" reversed></ol>
		<noscript><p>This page needs JavaScript to show requests as they arrive. <a href="/inbox.json">inbox.json</a> shows them without.</p></noscript>
	</main>`,
		imprint: texts.imprint,
	});
}

/** As the vendors write themselves. */
const VENDOR_NAMES: Readonly<Record<string, string>> = {
	easybroker: 'EasyBroker',
	maxwork: 'Maxwork',
	propexo: 'Propexo',
	lofty: 'Lofty',
	apimo: 'Apimo',
	webhook: 'Webhook',
};
