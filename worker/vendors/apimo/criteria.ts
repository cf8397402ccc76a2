import type { Lead } from '../../../contract/lead.ts';
import { toTermEnd } from '../dates.ts';
import { toAreaUnit, toSquareMetres, toWhole } from '../units.ts';
import type { VendorContext } from '../vendor.ts';
import type { ApimoFields } from './person.ts';
import type { ApimoSettings } from './settings.ts';

/**
 * What the person is looking for, in numbers and days. `room_*` are French `pièces`, the living room counts;
 * `bedroom_*` are `chambres`: one is never made from the other.
 * @param taken gets the paths whose value a field carries whole
 */
export function toCriteria(
	lead: Lead,
	settings: ApimoSettings,
	context: VendorContext,
	taken: Set<string>,
): ApimoFields {
	const { roomsMin, roomsMax, bedroomsMin, bedroomsMax } = lead.wishes ?? {};
	for (const name of ['roomsMin', 'roomsMax', 'bedroomsMin', 'bedroomsMax']) taken.add(`wishes.${name}`);
	return {
		...toAreas(lead, settings, context, taken),
		room_min: roomsMin?.toString(),
		room_max: roomsMax?.toString(),
		bedroom_min: bedroomsMin?.toString(),
		bedroom_max: bedroomsMax?.toString(),
		...toPrices(lead, context, taken),
		...toTerm(lead, taken),
	};
}

/** Whole square metres, and the id that says so. What had to be converted or rounded stays in the details block. */
function toAreas(lead: Lead, settings: ApimoSettings, context: VendorContext, taken: Set<string>): ApimoFields {
	const { areaMin, areaMax, areaUnit, lotArea } = lead.wishes ?? {};
	const unit = toAreaUnit(areaUnit, context.country);
	const metric = unit === 'm2';
	const toField = (area: number | undefined, path: string): string | undefined => {
		if (area === undefined) return undefined;
		const { text, exact } = toWhole(toSquareMetres(area, unit));
		if (metric && exact) taken.add(path);
		return text;
	};
	const fields = {
		area_min: toField(areaMin, 'wishes.areaMin'),
		area_max: toField(areaMax, 'wishes.areaMax'),
	};
	if (areaMin === undefined && areaMax === undefined) return fields;
	// The block needs the unit as long as it holds an area.
	if (metric && lotArea === undefined && [areaMin, areaMax].every((area) => Number.isInteger(area ?? 0))) {
		taken.add('wishes.areaUnit');
	}
	return { ...fields, area_unit: settings.areaUnit };
}

/** Whole units of `currency`, the customer's or else the site's. */
function toPrices(lead: Lead, context: VendorContext, taken: Set<string>): ApimoFields {
	const { priceMin, priceMax, currency } = lead.wishes ?? {};
	const toField = (price: number | undefined, path: string): string | undefined => {
		if (price === undefined) return undefined;
		const { text, exact } = toWhole(price);
		if (exact) taken.add(path);
		return text;
	};
	const priced = priceMin !== undefined || priceMax !== undefined;
	taken.add('wishes.currency');
	return {
		price_min: toField(priceMin, 'wishes.priceMin'),
		price_max: toField(priceMax, 'wishes.priceMax'),
		currency: currency ?? (priced ? context.currency : undefined),
	};
}

/** The days of a rental. An end that only start and term tell is worked out (inferred); the term stays in the block. */
function toTerm(lead: Lead, taken: Set<string>): ApimoFields {
	const { moveIn, moveOut, leaseMonths } = lead.wishes ?? {};
	taken.add('wishes.moveIn').add('wishes.moveOut');
	const derived = moveIn !== undefined && leaseMonths !== undefined ? toTermEnd(moveIn, leaseMonths) : undefined;
	return { start_at: moveIn, end_at: moveOut ?? derived };
}
