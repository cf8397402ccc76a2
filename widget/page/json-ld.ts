/** One thing a page describes in JSON-LD: a plain object, nothing of it trusted. */
export type Thing = { [key: string]: unknown };

/** Types that stand for a home or the ad of one (https://schema.org/RealEstateListing, /Accommodation, /Residence …). */
const LISTING_TYPE = /(Listing|Residence|Accommodation|Apartment|Complex|House|Suite|Room|Product|Offer)$/;

/** Members through which an ad leads to the home, its address or its price. */
const PARTS = ['mainEntity', 'about', 'itemOffered', 'offers', 'priceSpecification'];

/** The value as an object, or the first one of a list; an empty one where it is neither. */
export function toThing(value: unknown): Thing {
	const first: unknown = [value].flat()[0];
	return typeof first === 'object' && first ? (first as Thing) : {};
}

/** The value as text: a string or number as it is, and what a list, a `PropertyValue` or a named thing holds. */
export function toText(value: unknown): string | undefined {
	const first: unknown = [value].flat()[0];
	if (typeof first === 'object' && first) return toText((first as Thing).value ?? (first as Thing).name);
	return String(first ?? '').trim() || undefined;
}

/** A thing with the members of its parts beneath its own, so that one look finds the price wherever it stands. */
function flatten(thing: Thing): Thing {
	return Object.assign({}, ...PARTS.filter((part) => thing[part]).map((part) => flatten(toThing(thing[part]))), thing);
}

/**
 * All the page's listings in JSON-LD, in page order. Blocks that are not JSON are passed over. Lists of other
 * listings (`ItemList`) are not entered: a page of results is about none of them.
 */
export function findListings(page: Document): Thing[] {
	const blocks = [...page.querySelectorAll('script[type="application/ld+json"]')];
	return blocks
		.flatMap((block) => {
			try {
				return [JSON.parse(block.textContent)].flat().flatMap((node: unknown) => toThing(node)['@graph'] ?? node);
			} catch {
				return [];
			}
		})
		.map(toThing)
		.filter((thing) => [thing['@type']].flat().some((type) => LISTING_TYPE.test(String(type))))
		.map(flatten);
}

/** Whether the thing says by `url`, `@id` or `mainEntityOfPage` that the page is its own, fragments aside. */
export function isOfPage(page: Document, { url, '@id': id, mainEntityOfPage: main }: Thing): boolean {
	const { href } = page.querySelector<HTMLLinkElement>('link[rel="canonical"]') ?? {};
	// A link resolves an address as the page's own links are, and never throws.
	const link = page.createElement('a');
	return [url, id, toThing(main)['@id'] ?? main].some((address) => {
		link.href = String(address);
		link.hash = '';
		return [href, page.URL.split('#')[0], page.URL.split(/[?#]/)[0]].includes(link.href);
	});
}
