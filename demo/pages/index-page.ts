import type { DemoListing } from '../listings/listing.ts';
import { html } from './html.ts';
import { renderLayout } from './layout.ts';
import { toPrice } from './listing-page.ts';
import { PAGE_TEXTS } from './page-texts.ts';

/** Which CRM each demo site's leads go to, in words. */
const VENDOR_WORDS: Readonly<Record<DemoListing['site'], string>> = {
	sol: 'EasyBroker',
	mar: 'Maxwork',
	oak: 'Propexo (ResMan)',
	elm: 'Lofty',
	lys: 'Apimo',
};

/** The portal's front page: every listing, and the way to the inbox. */
export function renderIndex(listings: readonly DemoListing[]): string {
	const texts = PAGE_TEXTS.en;
	const body = html`	<main class="front">
		<div class="intro">
			<h1>Five homes, five markets, one form</h1>
			<p>Open a listing, send its form, and watch in the <a href="/inbox">inbox</a> what the agency’s CRM received. This portal and the form’s Worker are two origins, as on any real page.</p>
		</div>
		<ul class="cards">${listings.map((listing) => {
			const words = PAGE_TEXTS[listing.language];
			return html`<li lang="${listing.locale}"><a class="card" data-site="${listing.site}" href="${listing.path}">
				<img src="/photos/${listing.photos[0]?.name}.svg" alt="" width="1200" height="800">
				<span class="card-text"><span class="tags"><span class="tag">${listing.operation === 'sale' ? words.sale : words.lease}</span><span>${words.market}</span></span>
				<b>${listing.title}</b>
				<span class="card-price">${toPrice(listing)}${listing.operation === 'rent' ? words.perMonth : ''}</span>
				<span class="card-vendor">→ ${VENDOR_WORDS[listing.site]}</span></span>
			</a></li>`;
		})}</ul>
	</main>`;
	return renderLayout({
		language: 'en',
		site: 'portal',
		title: 'Umbral · demo portal',
		tagline: texts.tagline,
		links: [{ href: '/inbox', label: texts.inbox }],
		body,
		imprint: texts.imprint,
	});
}
