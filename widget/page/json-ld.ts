/** One thing a page describes in JSON-LD: a plain object, nothing of it trusted. */
export type Thing = { [key: string]: unknown };

/** Types that stand for a home or the ad of one (https://schema.org/RealEstateListing, /Accommodation, /Residence …). */
const LISTING_TYPE =
	/(RealEstateListing|Residence|Accommodation|Apartment|House|Suite|Room|ApartmentComplex|Product|Offer)$/;

/** Members through which an ad leads to the home, its address or its price. */
const PARTS = ['mainEntity', 'about', 'itemOffered', 'offers', 'mainEntityOfPage', 'priceSpecification'];

/** The value as an object, the first one of a list; nothing where it is neither. */
export function toThing(value: unknown): Thing | undefined {
	const first = Array.isArray(value) ? value[0] : value;
	return typeof first === 'object' && first !== null ? (first as Thing) : undefined;
}

/** The value as text: a string or number as it is, and what a list, a `PropertyValue` or a named thing holds. */
export function toText(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim() || undefined;
	if (typeof value === 'number') return String(value);
	const thing = toThing(value) ?? (Array.isArray(value) ? value[0] : undefined);
	if (typeof thing !== 'object') return thing === undefined ? undefined : toText(thing);
	return toText((thing as Thing)['value'] ?? (thing as Thing)['name']);
}

/**
 * All the page's listings in JSON-LD, in page order. Blocks that are not JSON are passed over. Lists of other
 * listings (`ItemList`) are not entered: a page of results is about none of them.
 */
export function findListings(page: Document): Thing[] {
	return [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((block) => {
		try {
			const parsed: unknown = JSON.parse(block.textContent);
			return [parsed].flat().flatMap((node) => (toThing(node)?.['@graph'] as unknown[]) ?? node);
		} catch {
			return [];
		}
	})
		.map(toThing)
		.filter((thing): thing is Thing => !!thing && [thing['@type']].flat().some((type) => LISTING_TYPE.test(String(type))));
}

/** The first answer to `key` in the thing or, one way down after the other, in its parts. */
export function readMember(thing: Thing | undefined, key: string, depth = 3): unknown {
	if (!thing) return undefined;
	if (thing[key] !== undefined) return thing[key];
	if (!depth) return undefined;
	for (const part of PARTS) {
		const found = readMember(toThing(thing[part]), key, depth - 1);
		if (found !== undefined) return found;
	}
	return undefined;
}
