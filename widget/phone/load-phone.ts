import { sets } from './all.phone-sets';
import type { PhoneReading } from './phone.ts';

/** Reads phone numbers of one country, and of others as far as their metadata is here. */
export type PhoneReader = (text: string) => PhoneReading;

const COMMON = 'common';

/** The countries a visitor may choose for a number without a prefix. */
export const PHONE_COUNTRIES = Object.keys(sets).filter((set) => set !== COMMON);

/**
 * Loads what it takes to read a number: the part itself and the country's metadata, then the common countries' where
 * those don't tell.
 * @param country ISO 3166-1 alpha-2, for numbers without a prefix
 * @param text what is typed so far
 * @returns nothing where it can't be had; the next call tries again
 */
export async function loadPhone(country: string, text: string): Promise<PhoneReader | undefined> {
	try {
		const [{ readPhone }, home] = await Promise.all([import('./phone.ts'), (sets[country] ?? sets.common)?.()]);
		const reader: PhoneReader = (typed) => home && readPhone(typed, country, home.default);
		if (!text || reader(text) !== undefined) return reader;
		const common = await sets.common?.();
		return common && ((typed) => reader(typed) ?? readPhone(typed, country, common.default));
	} catch {
		return undefined;
	}
}
