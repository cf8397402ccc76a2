import type { DemoListing } from '../listings/listing.ts';
import { html, jsonForScript } from './html.ts';
import { renderLayout } from './layout.ts';
import { renderEmbed } from './listing-embed.ts';
import { toJsonLd } from './listing-json-ld.ts';
import { type Appearance, renderSnippet } from './listing-snippet.ts';
import { PAGE_TEXTS } from './page-texts.ts';

/** A listing's price in its market's writing: `$6,850,000`, `485 000 €`. */
export function toPrice(listing: DemoListing): string {
	return new Intl.NumberFormat(listing.locale, {
		style: 'currency',
		currency: listing.currency,
		currencyDisplay: 'narrowSymbol',
		maximumFractionDigits: 0,
	}).format(listing.price);
}

/**
 * The page of one listing.
 * @param appearance how its form is shown
 */
export function renderListing(
	listing: DemoListing,
	origin: string,
	workerUrl: string,
	appearance: Appearance = 'inline',
): string {
	const texts = PAGE_TEXTS[listing.language];
	const { address, agent } = listing;
	const pageUrl = origin + listing.path;
	const place = `${address.district}, ${address.city}`;
	const price = toPrice(listing);
	const posted = new Intl.DateTimeFormat(listing.locale, { dateStyle: 'long', timeZone: 'UTC' });
	const operation = listing.operation === 'sale' ? texts.sale : texts.lease;
	const hero = listing.photos[0]?.name ?? '';

	const head = html`	<meta name="description" content="${listing.description[0]}">
	<link rel="canonical" href="${pageUrl}">
	<meta property="og:type" content="website">
	<meta property="og:site_name" content="Umbral">
	<meta property="og:title" content="${listing.title}">
	<meta property="og:description" content="${listing.description[0]}">
	<meta property="og:url" content="${pageUrl}">
	<meta property="og:image" content="${origin}/photos/${hero}.svg">
	<meta property="og:locale" content="${listing.locale.replace('-', '_')}">
	<script type="application/ld+json">
${jsonForScript(toJsonLd(listing, pageUrl, origin))}
	</script>
	<script type="module" src="/assets/copy.js"></script>
`;

	const body = html`	<main class="listing ${appearance}">
		<nav class="crumbs"><a href="/">${texts.home}</a><span>${texts.market}</span><span>${address.city}</span><span>${address.district}</span></nav>
		<div class="gallery" tabindex="0">${listing.photos.map(
			({ name, alt }, i) =>
				html`<figure><img src="/photos/${name}.svg" alt="${alt}" width="1200" height="800"${i > 0 ? html` loading="lazy"` : undefined}></figure>`,
		)}</div>
		<div class="columns">
			<article>
				<p class="tags"><span class="tag">${operation}</span><span>${texts.reference} <b>${listing.reference}</b></span></p>
				<h1>${listing.title}</h1>
				<p class="where">${address.line}</p>
				<p class="price"><strong>${price}${listing.operation === 'rent' ? html`<small>${texts.perMonth}</small>` : undefined}</strong><span>${listing.priceNote}</span></p>
				<a class="jump" href="#contact"${appearance === 'dialog' ? html` data-doorstep-open` : undefined}>${texts.contact}</a>
				<ul class="facts">${listing.facts.map(({ value, label }) => html`<li><b>${value}</b>${label}</li>`)}</ul>
				<section><h2>${texts.about}</h2>${listing.description.map((paragraph) => html`<p>${paragraph}</p>`)}</section>
				<section><h2>${texts.features}</h2><ul class="features">${listing.features.map((feature) => html`<li>${feature}</li>`)}</ul></section>
				<section><h2>${texts.particulars}</h2><dl class="particulars">${listing.particulars.map(
					({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
				)}</dl></section>
				<section><h2>${texts.place}</h2><img class="map" src="/photos/${listing.site}-map.svg" alt="${place}" width="960" height="420" loading="lazy"><p class="note">${place} · ${texts.placeNote}</p></section>
			</article>
			<aside id="contact">
				<div class="agent"><img class="face" src="/photos/${listing.site}-agent.svg" alt="" width="60" height="60"><p><b>${agent.name}</b><span>${agent.role}</span><span>${agent.agency}</span><span><a href="tel:${agent.phone.replaceAll(' ', '')}">${agent.phone}</a></span></p></div>
				<div class="enquiry">
${renderEmbed(listing, texts, workerUrl, appearance)}
				</div>
				<p class="note">${texts.posted} ${posted.format(new Date(listing.postedOn))} · ${texts.reference} <b>${listing.reference}</b></p>
${renderSnippet(listing, workerUrl, appearance)}
			</aside>
		</div>
	</main>`;

	return renderLayout({
		language: listing.locale,
		site: listing.site,
		title: `${listing.title} · ${price} · Umbral`,
		head,
		tagline: texts.tagline,
		links: [
			{ href: '/', label: listing.operation === 'sale' ? texts.buy : texts.rent },
			{ href: '/inbox', label: texts.inbox },
		],
		body,
		imprint: texts.imprint,
	});
}
