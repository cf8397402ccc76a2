import type { Amenity, PropertyType } from '../../../contract/field.ts';
import type { Lead } from '../../../contract/lead.ts';
import { toUtcDayEnd } from '../dates.ts';
import { toAreaUnit, toDecimal, toSquareMetres, toWhole } from '../units.ts';
import type { VendorContext } from '../vendor.ts';
import type { MaxworkSettings } from './settings.ts';
import {
	ATTRIBUTES,
	BUSINESS,
	CLASSES,
	COMMERCIAL_TYPES,
	LEAD_TYPES,
	PROPERTY_TYPE_WORDS,
	TYPE_ATTRIBUTES,
} from './words.ts';

/** Values of the body, by the vendor's names. All are strings in its example, but for the list of attributes. */
export type MaxworkFields = Record<string, string | (string | number)[] | undefined>;

/**
 * The qualification fields of Maxwork's page, from the wishes. Every one of them moves the lead to the qualification
 * stage, so lead mode sends none.
 * @param taken gets the paths whose value a field carries whole
 */
export function toQualification(
	lead: Lead,
	settings: MaxworkSettings,
	context: VendorContext,
	taken: Set<string>,
): MaxworkFields {
	return {
		...toDeal(lead, settings, taken),
		...toPrices(lead, context, taken),
		...toRooms(lead, taken),
		...toAreas(lead, context, taken),
		Listing_Attributes: toAttributes(lead, settings, taken),
		...toRest(lead, taken),
	};
}

/** Side of the deal, operation, class and type. Where the visitor named no intent, the listing's operation tells it. */
function toDeal(lead: Lead, settings: MaxworkSettings, taken: Set<string>): MaxworkFields {
	const { operation, type } = lead.listing ?? {};
	const intent = lead.intent?.[0] ?? (operation && (operation === 'sale' ? 'buy' : 'rent'));
	if (lead.intent?.length === 1) taken.add('intent');

	const types = lead.wishes?.types ?? (type ? [type] : []);
	const segment = lead.wishes?.segment ?? (isCommercial(types) ? 'commercial' : undefined);
	if (lead.wishes?.segment) taken.add('wishes.segment');

	const words = { ...PROPERTY_TYPE_WORDS, ...settings.propertyTypes };
	const chosen = types.find((name) => words[name] != null);
	// A word from the site's own map says what the visitor said; the default one says more.
	const exact = types.length === 1 && chosen !== undefined && settings.propertyTypes[chosen] != null;
	if (exact) taken.add(lead.wishes?.types ? 'wishes.types' : 'listing.type');

	const example = settings.spelling === 'example';
	return {
		[example ? 'LeadTypeId' : 'LeadType_Id']: intent && LEAD_TYPES[intent],
		Business_TypeId: intent && BUSINESS[intent],
		Listing_ClassId: segment && CLASSES[segment],
		[example ? 'Property_Type' : 'PropertyTypeId']: chosen && (words[chosen] ?? undefined),
	};
}

function isCommercial(types: readonly PropertyType[]): boolean {
	return types.length > 0 && types.every((type) => COMMERCIAL_TYPES.includes(type));
}

/** Whole euros. The page names no currency and its agencies are Portuguese, so other money is not sent as a price. */
function toPrices(lead: Lead, context: VendorContext, taken: Set<string>): MaxworkFields {
	const { priceMin, priceMax, currency } = lead.wishes ?? {};
	if ((currency ?? context.currency) !== 'EUR') return {};
	// Euros that nobody named go without saying.
	if (currency === undefined) taken.add('wishes.currency');
	return {
		Price_Min: toField(priceMin, 'wishes.priceMin', taken),
		Price_Max: toField(priceMax, 'wishes.priceMax', taken),
	};
}

/**
 * Rooms, or else bedrooms: a Portuguese T2 is a home with two bedrooms, and that is what its people count by
 * (inferred). Bedrooms stay in the details block too, so that nobody has to guess which was meant.
 */
function toRooms(lead: Lead, taken: Set<string>): MaxworkFields {
	const { roomsMin, roomsMax, bedroomsMin, bedroomsMax } = lead.wishes ?? {};
	if (roomsMin === undefined && roomsMax === undefined) {
		return { Room_Min: bedroomsMin?.toString(), Room_Max: bedroomsMax?.toString() };
	}
	taken.add('wishes.roomsMin').add('wishes.roomsMax');
	return { Room_Min: roomsMin?.toString(), Room_Max: roomsMax?.toString() };
}

/** Whole square metres (the page names no unit; Portugal's is inferred). What had to be converted or rounded stays. */
function toAreas(lead: Lead, context: VendorContext, taken: Set<string>): MaxworkFields {
	const { areaMin, areaMax, areaUnit, lotArea } = lead.wishes ?? {};
	const unit = toAreaUnit(areaUnit, context.country);
	const metric = unit === 'm2';
	// Square metres that nobody named go without saying, unless the block holds an area too.
	if (metric && areaUnit === undefined && lotArea === undefined) taken.add('wishes.areaUnit');
	const toMetres = (area: number | undefined) => (area === undefined ? undefined : toSquareMetres(area, unit));
	const carried = metric ? taken : new Set<string>();
	return {
		Area_Min: toField(toMetres(areaMin), 'wishes.areaMin', carried),
		Area_Max: toField(toMetres(areaMax), 'wishes.areaMax', carried),
	};
}

/** Amenities, and what is a type or a number to us but an attribute to Maxwork. 0 is a number like any other here. */
function toAttributes(lead: Lead, settings: MaxworkSettings, taken: Set<string>): (string | number)[] | undefined {
	const known = { ...ATTRIBUTES, ...settings.attributes };
	const { amenities = [], types = [], parking = 0 } = lead.wishes ?? {};
	if (amenities.every((amenity) => known[amenity] != null)) taken.add('wishes.amenities');
	const wanted: (Amenity | undefined)[] = [
		...amenities,
		...types.map((type) => TYPE_ATTRIBUTES[type]),
		parking > 0 ? 'parking' : undefined,
	];
	const values = new Set<string | number>();
	for (const amenity of wanted) {
		const value = amenity && known[amenity];
		if (value !== undefined && value !== null) values.add(value);
	}
	return values.size > 0 ? [...values] : undefined;
}

/** What stands in the vendor's example only: floors, the wanted place, and how long the wish holds. */
function toRest(lead: Lead, taken: Set<string>): MaxworkFields {
	const { floor, floors, latitude, longitude, until } = lead.wishes ?? {};
	taken.add('wishes.floor').add('wishes.floors').add('wishes.until');
	const place = { latitude, longitude };
	for (const [name, value] of Object.entries(place)) {
		if (value !== undefined && toDecimal(value) === String(value)) taken.add(`wishes.${name}`);
	}
	return {
		Floor: floor,
		Total_Floor: floors?.toString(),
		Latitude: latitude === undefined ? undefined : toDecimal(latitude),
		Longitude: longitude === undefined ? undefined : toDecimal(longitude),
		// A calendar day has no hour: the wish holds to the end of it, and the day stays readable in the field.
		Expiration_Date: until && toUtcDayEnd(until),
	};
}

/** A whole number in a string. What was whole before is taken; what had to be rounded is not. */
function toField(value: number | undefined, path: string, taken: Set<string>): string | undefined {
	if (value === undefined) return undefined;
	const { text, exact } = toWhole(value);
	if (exact) taken.add(path);
	return text;
}
