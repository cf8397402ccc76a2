import type { Listing } from '../../contract/lead.ts';
import { LINE_MAX_LENGTH, NUMBER_MAX } from '../../contract/limits.ts';
import { cleanUrl } from './clean-url.ts';
import { findListings, type Thing, toText, toThing } from './json-ld.ts';

/** What the ad prints for itself, under the names that pages use. An identifier that is an address names nothing. */
function readReference({ sku, identifier, productID }: Thing): string | undefined {
	return [sku, identifier, productID].map(toText).find((text) => text && !URL.canParse(text));
}

/** The listing meant: the page's only one, or the one that bears the reference, or the first where none is named. */
function pick(things: Thing[], reference: string | null | undefined): Thing {
	const candidates =
		reference && things.length > 1 ? things.filter((thing) => readReference(thing) === reference) : things;
	return candidates[0] ?? {};
}

/**
 * What the page tells about its listing, from schema.org JSON-LD, then Open Graph, then the canonical link.
 * Only what has the contract's shape is taken, so that a page's slip never costs a lead.
 * @param reference the element's `listing` attribute; it wins over the page
 */
export function readListing(page: Document, reference?: string | null): Listing {
	const meta = (property: string) => page.querySelector<HTMLMetaElement>(`meta[property="${property}"]`)?.content;
	const line = (value: unknown) => toText(value)?.slice(0, LINE_MAX_LENGTH);
	const code = (value: unknown, shape: RegExp) => toText(value)?.toUpperCase().match(shape)?.[0];

	const thing = pick(findListings(page), reference);
	const address = toThing(thing.address);
	const price = Number(toText(thing.price ?? thing.lowPrice ?? meta('product:price:amount')) ?? Number.NaN);
	const canonical = page.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
	const found = {
		reference: line(reference ?? readReference(thing)),
		url: cleanUrl(canonical) ?? cleanUrl(meta('og:url')) ?? cleanUrl(page.URL),
		title: line(thing.name ?? meta('og:title')),
		price: price >= 0 && price <= NUMBER_MAX ? price : undefined,
		currency: code(thing.priceCurrency ?? meta('product:price:currency'), /^[A-Z]{3}$/),
		street: line(address.streetAddress),
		city: line(address.addressLocality),
		region: line(address.addressRegion),
		postalCode: line(address.postalCode),
		country: code(address.addressCountry, /^[A-Z]{2}$/),
	};
	// JSON leaves out what is undefined.
	return found as Listing;
}

/** The listing in words, for the visitor: its title with its reference, or whichever there is. */
export function toListingName({ title, reference }: Listing): string | undefined {
	return title && reference && !title.includes(reference) ? `${title} (${reference})` : (title ?? reference);
}
