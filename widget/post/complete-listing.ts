import type { Listing } from '../../contract/lead.ts';
import { LINE_MAX_LENGTH, NUMBER_MAX } from '../../contract/limits.ts';
import type { Kit } from '../kit.ts';
import type { PageListing } from '../page/read-listing.ts';
import { cleanUrl } from './clean-url.ts';

/** UN/CEFACT codes of square metres and square feet, as schema.org has them. */
const AREA_UNITS: Record<string, 'm2' | 'ft2'> = { MTK: 'm2', FTK: 'ft2' };

/**
 * Everything the page tells about its listing, as a lead holds it. Only what has the contract's shape is taken, so that
 * a page's slip never costs a lead.
 * @param tracked whether its address may bear campaigns and click ids
 */
export function completeListing(
	page: Document,
	{ listing, thing }: PageListing,
	{ toText, toThing }: Kit,
	tracked = true,
): Listing {
	const line = (value: unknown) => toText(value)?.slice(0, LINE_MAX_LENGTH);
	const code = (value: unknown, shape: RegExp) => toText(value)?.toUpperCase().match(shape)?.[0];
	const amount = (value: unknown, max: number, whole = false) => {
		const number = Number(toText(value) ?? Number.NaN);
		return number >= 0 && number <= max && (!whole || Number.isInteger(number)) ? number : undefined;
	};
	const address = toThing(thing.address);
	const floor = toThing(thing.floorSize);
	const areaUnit = AREA_UNITS[toText(floor.unitCode) ?? ''];
	const area = areaUnit && amount(floor.value, NUMBER_MAX);
	const canonical = page.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
	const shown = page.querySelector<HTMLMetaElement>('meta[property="og:url"]')?.content;
	const found = {
		reference: line(listing.reference),
		url: cleanUrl(canonical, tracked) ?? cleanUrl(shown, tracked) ?? cleanUrl(page.URL, tracked),
		title: line(listing.title),
		price: amount(listing.price, NUMBER_MAX),
		currency: code(listing.currency, /^[A-Z]{3}$/),
		street: line(address.streetAddress),
		city: line(address.addressLocality),
		region: line(address.addressRegion),
		postalCode: line(address.postalCode),
		country: code(address.addressCountry, /^[A-Z]{2}$/),
		bedrooms: amount(thing.numberOfBedrooms, 1000, true),
		bathrooms: amount(thing.numberOfBathroomsTotal, 1000),
		area,
		areaUnit: area === undefined ? undefined : areaUnit,
	};
	// JSON leaves out what is undefined.
	return found as Listing;
}
