import type { Listing } from '../../contract/lead.ts';
import { LINE_MAX_LENGTH, NUMBER_MAX } from '../../contract/limits.ts';
import { cleanUrl } from './clean-url.ts';
import { findListings, readMember, type Thing, toText, toThing } from './json-ld.ts';

/** What the ad prints for itself, under the names that pages use. */
function readReference(thing: Thing): string | undefined {
	return ['sku', 'identifier', 'productID', '@id']
		.map((key) => toText(readMember(thing, key)))
		.find((text) => text && !URL.canParse(text));
}

/** The listing meant: the one that bears the reference, else the only one, else the first where none is named. */
function pick(things: Thing[], reference: string | null | undefined): Thing | undefined {
	if (!reference || things.length === 1) return things[0];
	return things.find((thing) => readReference(thing) === reference);
}

/**
 * What the page tells about its listing, from schema.org JSON-LD, then Open Graph, then the canonical link.
 * Only what has the contract's shape is taken, so that a page's slip never costs a lead.
 * @param reference the element's `listing` attribute; it wins over the page
 */
export function readListing(page: Document, reference?: string | null): Listing {
	const meta = (property: string) =>
		page.querySelector<HTMLMetaElement>(`meta[property="${property}"],meta[name="${property}"]`)?.content;
	const thing = pick(findListings(page), reference);
	const address = toThing(readMember(thing, 'address'));
	const canonical = page.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;

	const line = (value: unknown) => toText(value)?.slice(0, LINE_MAX_LENGTH);
	const code = (value: unknown, length: number) => {
		const text = toText(value)?.toUpperCase();
		return text?.length === length && /^[A-Z]+$/.test(text) ? text : undefined;
	};
	const price = Number(
		toText(readMember(thing, 'price') ?? readMember(thing, 'lowPrice') ?? meta('product:price:amount')) ?? Number.NaN,
	);

	const found = {
		reference: line(reference) ?? (thing && line(readReference(thing))),
		url: cleanUrl(canonical) ?? cleanUrl(meta('og:url'), page.baseURI) ?? cleanUrl(page.URL),
		title: line(readMember(thing, 'name')) ?? line(meta('og:title')),
		price: price >= 0 && price <= NUMBER_MAX ? price : undefined,
		currency: code(readMember(thing, 'priceCurrency') ?? meta('product:price:currency'), 3),
		street: line(address?.['streetAddress']),
		city: line(address?.['addressLocality']),
		region: line(address?.['addressRegion']),
		postalCode: line(address?.['postalCode']),
		country: code(address?.['addressCountry'], 2),
	};
	return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Listing;
}

/** The listing in words, for the visitor: its title with its reference, or whichever there is. */
export function toListingName({ title, reference }: Listing): string | undefined {
	return title && reference && !title.includes(reference) ? `${title} (${reference})` : (title ?? reference);
}
