import type { Lead } from '../../../contract/lead.ts';
import { toAcres, toAreaUnit, toSquareFeet } from '../units.ts';
import type { VendorContext } from '../vendor.ts';
import { isSiteMoney, toPropertyTypes } from './inquiry.ts';
import type { LoftySettings } from './settings.ts';

/** A property of the lead's own (Lofty API reference, 6.42 LeadPropertyReq). For sellers it also drives routing. */
export interface LoftyProperty {
	price?: number;
	priceMin?: number;
	priceMax?: number;
	bedrooms?: number;
	bathrooms?: number;
	squareFeet?: number;
	/** Acres. */
	lotSize?: number;
	floors?: number;
	parkingSpace?: number;
	propertyType?: string;
	streetAddress?: string;
	city?: string;
	county?: string;
	state?: string;
	zipCode?: string;
	listingId?: string;
	siteListingUrl?: string;
}

/**
 * Maps what a seller or landlord offers, and adds to `taken` what is carried whole. Areas are converted, so they
 * stay in the details block; a range where Lofty has one number does too.
 */
export function toProperty(
	lead: Lead,
	settings: LoftySettings,
	context: VendorContext,
	taken: Set<string>,
): LoftyProperty | undefined {
	const wishes = lead.wishes ?? {};
	const property: LoftyProperty = { ...toListingAddress(lead) };
	for (const name of ['priceMin', 'priceMax'] as const) {
		const amount = wishes[name];
		if (amount === undefined || !isSiteMoney(wishes.currency, context)) continue;
		property[name] = Math.round(amount);
		if (Number.isInteger(amount)) taken.add(`wishes.${name}`);
	}
	for (const name of ['bedrooms', 'bathrooms'] as const) {
		const min = wishes[`${name}Min`];
		const max = wishes[`${name}Max`];
		if (min === undefined) continue;
		property[name] = min;
		if (max === undefined || max === min) taken.add(`wishes.${name}Min`).add(`wishes.${name}Max`);
	}
	if (wishes.floors !== undefined) property.floors = wishes.floors;
	if (wishes.parking !== undefined) property.parkingSpace = wishes.parking;
	taken.add('wishes.floors').add('wishes.parking');

	const unit = toAreaUnit(wishes.areaUnit, context.country);
	const area = wishes.areaMin ?? wishes.areaMax;
	if (area !== undefined) property.squareFeet = Math.round(toSquareFeet(area, unit));
	if (wishes.lotArea !== undefined) property.lotSize = round4(toAcres(wishes.lotArea, unit));

	const types = toPropertyTypes(wishes.types ?? [], settings);
	if (types[0] !== undefined) property.propertyType = types[0];
	const { reference, url } = lead.listing ?? {};
	if (reference) property.listingId = reference;
	if (url) property.siteListingUrl = url;
	for (const part of ['reference', 'street', 'city', 'county', 'region', 'postalCode']) taken.add(`listing.${part}`);
	return Object.keys(property).length > 0 ? property : undefined;
}

/** The listing's address in Lofty's members. */
export function toListingAddress(lead: Lead): LoftyProperty {
	const { street, city, county, region, postalCode } = lead.listing ?? {};
	return {
		...(street && { streetAddress: street }),
		...(city && { city }),
		...(county && { county }),
		...(region && { state: region }),
		...(postalCode && { zipCode: postalCode }),
	};
}

/** Four decimals of an acre: to a quarter of a square metre. */
function round4(value: number): number {
	return Math.round(value * 10_000) / 10_000;
}
