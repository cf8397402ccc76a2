import type { Lead } from '../../../contract/lead.ts';

/** One place of `inquiry.locations` (Lofty API reference, 6.49 Location). */
export interface LoftyLocation {
	city?: string;
	county?: string;
	stateCode?: string;
	zipCode?: string;
	description?: string;
}

/** The codes the US Postal Service has for states and the District of Columbia, and Puerto Rico. */
const STATE_CODES = new Set(
	(
		'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT ' +
		'NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY'
	).split(' '),
);

/** A US state code, in capitals; nothing when the words are something else. */
export function toStateCode(words: string | undefined): string | undefined {
	const code = words?.trim().toUpperCase();
	return code !== undefined && STATE_CODES.has(code) ? code : undefined;
}

/**
 * Where a buyer or renter looks. Lofty routes by it (6.44, and developer.lofty.com "Create lead"), so where the
 * visitor names no place, the listing's town stands in (our conclusion, not the vendor's).
 * Adds to `taken` what is carried whole.
 */
export function toLocations(lead: Lead, taken: Set<string>): LoftyLocation[] {
	const { place, placeCity, placeRegion, placePostalCode } = lead.wishes ?? {};
	if (place || placeCity || placeRegion || placePostalCode) {
		const read = readPlace(place);
		const stateCode = toStateCode(placeRegion);
		// A region that is no code has no field of its own; in the description it still reads well.
		const description = [place, stateCode ? undefined : placeRegion].filter(Boolean).join(', ');
		if (!stateCode || stateCode === placeRegion) taken.add('wishes.placeRegion');
		for (const path of ['wishes.place', 'wishes.placeCity', 'wishes.placePostalCode']) taken.add(path);
		return [
			{
				...read,
				...(placeCity && { city: placeCity }),
				...(stateCode && { stateCode }),
				...(placePostalCode && { zipCode: placePostalCode }),
				...(description && { description }),
			},
		];
	}
	const { city, county, region, postalCode } = lead.listing ?? {};
	const stateCode = toStateCode(region);
	const location = {
		...(city && { city }),
		...(county && { county }),
		...(stateCode && { stateCode }),
		...(postalCode && { zipCode: postalCode }),
	};
	return Object.keys(location).length > 0 ? [location] : [];
}

/** Reads "Austin, TX", "Austin, TX 78701" and "78701", the ways a US address box is filled; else nothing. */
function readPlace(place: string | undefined): LoftyLocation {
	const zip = place?.match(/^\d{5}(-\d{4})?$/)?.[0];
	if (zip) return { zipCode: zip };
	const match = place?.match(/^([^,\d]{1,80}), ?([A-Za-z]{2})(?: (\d{5}(?:-\d{4})?))?$/);
	const stateCode = toStateCode(match?.[2]);
	if (!match?.[1] || !stateCode) return {};
	return { city: match[1].trim(), stateCode, ...(match[3] && { zipCode: match[3] }) };
}
