import type { Listing } from '../../contract/lead.ts';
import { findListings, isOfPage, type Thing, toText } from './json-ld.ts';

/** What a page tells of its listing: what the form shows of it, and the thing it was read from. */
export interface PageListing {
	listing: Listing;
	thing: Thing;
}

/** What the ad prints for itself, under the names that pages use. An identifier that is an address names nothing. */
function readReference({ sku, identifier, productID }: Thing): string | undefined {
	return [sku, identifier, productID].map(toText).find((text) => text && !URL.canParse(text));
}

/**
 * The listing meant: the page's only one; of several the one that bears the reference. Where none is named, the one that
 * has the page's address, else the last one without any (those beside it with an address are other pages'), else the last:
 * a router that leaves the data of visited pages in the head adds the new behind it.
 */
function pick(page: Document, reference: string | null | undefined): Thing {
	const things = findListings(page);
	const isMeant = (thing: Thing) => (reference ? readReference(thing) === reference : isOfPage(page, thing));
	const meant = things.findLast(isMeant);
	if (meant || (reference && things[1])) return meant ?? {};
	return things.findLast(({ url }) => !url) ?? things.at(-1) ?? {};
}

/**
 * What the form shows of the page's listing, from schema.org JSON-LD, then Open Graph. The rest is read when a lead is
 * made of it (`completeListing`).
 * @param reference the element's `listing` attribute; it wins over the page
 */
export function readListing(page: Document, reference?: string | null): PageListing {
	const meta = (property: string) => page.querySelector<HTMLMetaElement>(`meta[property="${property}"]`)?.content;
	const thing = pick(page, reference);
	const found = {
		reference: toText(reference ?? readReference(thing)),
		title: toText(thing.name ?? meta('og:title')),
		price: Number(toText(thing.price ?? thing.lowPrice ?? meta('product:price:amount')) ?? Number.NaN),
		currency: toText(thing.priceCurrency ?? meta('product:price:currency'))?.toUpperCase(),
	};
	return { listing: found as Listing, thing };
}

/** The listing in words, for the visitor: its title with its reference, or whichever there is. */
export function toListingName({ title, reference }: Listing): string | undefined {
	return title && reference && !title.includes(reference) ? `${title} (${reference})` : (title ?? reference);
}

/**
 * The listing's price as people of the place write it; nothing where the page tells none that makes sense.
 * @param locale BCP 47, with the country: Mexico writes $6,850,000 where Spain writes 6.850.000 MXN
 */
export function toPrice({ price, currency }: Listing, locale: string): string | undefined {
	if (!price || !/^[A-Z]{3}$/.test(currency ?? '')) return undefined;
	const how = { style: 'currency', currency: currency as string, maximumFractionDigits: 0 } as const;
	return new Intl.NumberFormat(locale, how).format(price);
}
