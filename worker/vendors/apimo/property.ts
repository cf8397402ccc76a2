import type { PropertyType } from '../../../contract/field.ts';
import type { Lead } from '../../../contract/lead.ts';
import {
	CATEGORIES,
	COMMERCIAL_TYPES,
	findId,
	OPERATION_CATEGORIES,
	PROPERTY_TYPE_IDS,
	SUBTYPE_IDS,
	VIEW_IDS,
} from './catalog.ts';
import type { ApimoFields } from './person.ts';
import type { ApimoSettings } from './settings.ts';

/**
 * What it is about: the listing, or, where none is named, the place and kind that is wanted.
 * @param taken gets the paths whose value a field carries whole
 */
export function toProperty(lead: Lead, settings: ApimoSettings, taken: Set<string>): ApimoFields {
	taken.add('listing.reference');
	return {
		property_reference: lead.listing?.reference,
		...toPlace(lead, taken),
		property_category: toCategory(lead, taken),
		property_types: toTypes(lead, settings, taken),
		// The vendor's spelling: put right, the field would be lost. The answer is free text and stays in the block too.
		property_sybtype: findId(lead.wishes?.subtype, { ...SUBTYPE_IDS, ...lowerKeys(settings.subtypes) }),
		property_view_landscape: toView(lead, settings, taken),
	};
}

/** The kind of lead, where the site mapped it. Owners who sell or let are never sent as `other`. */
export function toType(lead: Lead, { types }: ApimoSettings): string | undefined {
	const intent = lead.intent?.find((name) => types[name] !== undefined);
	if (intent) return types[intent];
	return lead.intent?.some((name) => name === 'sell' || name === 'let') ? undefined : types.other;
}

/** The listing's address. A wanted place goes into the same fields, so only where no listing is named. */
function toPlace(lead: Lead, taken: Set<string>): ApimoFields {
	const { reference, propertyId, street, postalCode, city, country } = lead.listing ?? {};
	if ([reference, propertyId, street, postalCode, city].some((value) => value !== undefined)) {
		for (const part of ['street', 'postalCode', 'city', 'country']) taken.add(`listing.${part}`);
		return {
			property_address: street,
			property_zipcode: postalCode,
			property_city: city,
			property_country: country,
		};
	}
	const { placePostalCode, placeCity, placeCountry } = lead.wishes ?? {};
	for (const part of ['placePostalCode', 'placeCity', 'placeCountry']) taken.add(`wishes.${part}`);
	return { property_zipcode: placePostalCode, property_city: placeCity, property_country: placeCountry };
}

/** Sale, rental or seasonal rental: what the visitor wants, or else what the listing is for. */
function toCategory(lead: Lead, taken: Set<string>): string | undefined {
	const operation = lead.listing?.operation;
	const offered = operation && OPERATION_CATEGORIES[operation];
	const intent = lead.intent?.find((name) => CATEGORIES[name] !== undefined);
	if (lead.intent?.length && intent === undefined) return undefined;
	// Who wants to rent what is let by the season wants it for the season.
	const category = intent === 'rent' && operation === 'season' ? offered : intent ? CATEGORIES[intent] : offered;
	if (lead.intent?.length === 1) taken.add('intent');
	if (category !== undefined && category === offered) taken.add('listing.operation');
	return category;
}

/**
 * Ids joined by commas: the kinds wanted, or else the listing's, or else all that are business property for who wants
 * that. Kinds without an id leave the whole list in the details block.
 */
function toTypes(lead: Lead, settings: ApimoSettings, taken: Set<string>): string | undefined {
	const ids = { ...PROPERTY_TYPE_IDS, ...settings.propertyTypes };
	const { types = [], segment } = lead.wishes ?? {};
	const type = lead.listing?.type;
	const toIds = (names: readonly PropertyType[]) => names.flatMap((name) => ids[name] ?? []);
	if (types.length > 0) {
		if (types.every((name) => ids[name] != null)) taken.add('wishes.types');
		return toIds(types).join(',') || undefined;
	}
	if (type !== undefined) {
		if (ids[type] != null) taken.add('listing.type');
		return ids[type] ?? undefined;
	}
	return segment === 'commercial' ? toIds(COMMERCIAL_TYPES).join(',') || undefined : undefined;
}

/** The one view the field can hold. Amenities are taken only where that view is all there is to say. */
function toView(lead: Lead, settings: ApimoSettings, taken: Set<string>): string | undefined {
	const ids = { ...VIEW_IDS, ...settings.views };
	const amenities = lead.wishes?.amenities ?? [];
	const view = amenities.find((amenity) => ids[amenity] != null);
	if (view !== undefined && amenities.length === 1) taken.add('wishes.amenities');
	return view && (ids[view] ?? undefined);
}

function lowerKeys<T>(map: Record<string, T>): Record<string, T> {
	return Object.fromEntries(Object.entries(map).map(([key, value]) => [key.trim().toLowerCase(), value]));
}
