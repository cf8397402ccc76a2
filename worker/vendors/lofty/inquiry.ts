import type { PropertyType } from '../../../contract/field.ts';
import type { Lead } from '../../../contract/lead.ts';
import { toDecimal } from '../units.ts';
import type { VendorContext } from '../vendor.ts';
import { type LoftyLocation, toLocations } from './place.ts';
import type { LoftySettings } from './settings.ts';

/** What a buyer or renter looks for (Lofty API reference, 6.38 LeadInquiryReq). Its other members are the server's. */
export interface LoftyInquiry {
	priceMin?: number;
	priceMax?: number;
	bedroomsMin?: number;
	bedroomsMax?: number;
	/** A string, unlike bedrooms. */
	bathroomsMin?: string;
	bathroomsMax?: string;
	propertyType?: string[];
	locations?: LoftyLocation[];
}

/** The two words the vendor's examples show. A site adds its own. */
const PROPERTY_TYPE_WORDS: Partial<Record<PropertyType, string>> = { apartment: 'Condo', house: 'Single Family Home' };

/** Lofty's words for the kinds of property the visitor chose, without those it has none for. */
export function toPropertyTypes(types: readonly PropertyType[], settings: LoftySettings): string[] {
	const words = { ...PROPERTY_TYPE_WORDS, ...settings.propertyTypes };
	return [...new Set(types.flatMap((type) => words[type] ?? []))];
}

/** Lofty has no currency field: amounts in another currency than the site's go into the details block only. */
export function isSiteMoney(currency: string | undefined, { currency: own }: VendorContext): boolean {
	return currency === undefined || currency === own;
}

/**
 * Maps the wishes of someone who looks for a home, and adds to `taken` what is carried whole. Prices are whole
 * currency units, so cents are rounded; kinds of property are in other words. Both stay in the details block.
 */
export function toInquiry(
	lead: Lead,
	settings: LoftySettings,
	context: VendorContext,
	taken: Set<string>,
): LoftyInquiry | undefined {
	const wishes = lead.wishes ?? {};
	const inquiry: LoftyInquiry = {};
	for (const name of ['priceMin', 'priceMax'] as const) {
		const amount = wishes[name];
		if (amount === undefined || !isSiteMoney(wishes.currency, context)) continue;
		inquiry[name] = Math.round(amount);
		if (Number.isInteger(amount)) taken.add(`wishes.${name}`);
	}
	for (const name of ['bedroomsMin', 'bedroomsMax'] as const) {
		const count = wishes[name];
		if (count === undefined) continue;
		inquiry[name] = count;
		taken.add(`wishes.${name}`);
	}
	for (const name of ['bathroomsMin', 'bathroomsMax'] as const) {
		const count = wishes[name];
		if (count === undefined) continue;
		inquiry[name] = toDecimal(count);
		taken.add(`wishes.${name}`);
	}
	const propertyType = toPropertyTypes(wishes.types ?? [], settings);
	if (propertyType.length > 0) inquiry.propertyType = propertyType;
	const locations = toLocations(lead, taken);
	if (locations.length > 0) inquiry.locations = locations;
	return Object.keys(inquiry).length > 0 ? inquiry : undefined;
}
