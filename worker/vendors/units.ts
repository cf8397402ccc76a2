import type { Lead } from '../../contract/lead.ts';
import type { VendorContext } from './vendor.ts';

/** Units of area, and numbers as vendors want them written. */

/** A unit a visitor may give an area in. */
export type AreaUnit = 'm2' | 'ft2';

/** Square metres in a square foot, exactly: the international foot is 0.3048 m (1959). */
const M2_PER_FT2 = 0.09290304;

/** Square feet in an acre. */
const FT2_PER_ACRE = 43_560;

/**
 * The unit an area was meant in. Where nobody said, it is the country's own: homes are measured in square feet in
 * the United States, in square metres in the other countries our vendors serve.
 * @param country ISO 3166-1 alpha-2
 */
export function toAreaUnit(unit: AreaUnit | undefined, country: string): AreaUnit {
	return unit ?? (country === 'US' ? 'ft2' : 'm2');
}

/** An area in square metres, not rounded. */
export function toSquareMetres(area: number, unit: AreaUnit): number {
	return unit === 'm2' ? area : area * M2_PER_FT2;
}

/** An area in square feet, not rounded. */
export function toSquareFeet(area: number, unit: AreaUnit): number {
	return unit === 'ft2' ? area : area / M2_PER_FT2;
}

/** An area in acres, not rounded. */
export function toAcres(area: number, unit: AreaUnit): number {
	return toSquareFeet(area, unit) / FT2_PER_ACRE;
}

/** A number as plain decimal text, never with an exponent: `String(0.0000001)` would be `1e-7`. */
export function toDecimal(value: number): string {
	const text = String(value);
	return text.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

/**
 * The lead with the currency of its prices and the unit of its areas said, where only the site knew them: an amount in
 * the details block must not be read as another currency's. An adapter whose fields say both takes their paths.
 */
export function withUnits(lead: Lead, context: Pick<VendorContext, 'country' | 'currency'>): Lead {
	const { wishes } = lead;
	if (!wishes) return lead;
	const priced = [wishes.priceMin, wishes.priceMax].some((price) => price !== undefined);
	const measured = [wishes.areaMin, wishes.areaMax, wishes.lotArea].some((area) => area !== undefined);
	return {
		...lead,
		wishes: {
			...wishes,
			...(priced && { currency: wishes.currency ?? context.currency }),
			...(measured && { areaUnit: toAreaUnit(wishes.areaUnit, context.country) }),
		},
	};
}

/** A whole number in a string, as vendors of strings want prices and areas. What had to be rounded is not exact. */
export function toWhole(value: number): { text: string; exact: boolean } {
	const whole = Math.round(value);
	return { text: String(whole), exact: whole === value };
}
