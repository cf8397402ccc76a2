import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Reads a phone number as a person types it.
 * @param country ISO 3166-1 alpha-2, for numbers without a prefix
 * @returns E.164, or undefined when no such number is possible. "Possible" is about length only: numbering plans
 * change faster than their metadata (libphonenumber FAQ), so a number that is merely not "valid" is never refused.
 */
export function normalizePhone(typed: string, country: string): string | undefined {
	const number = parsePhoneNumberFromString(typed, {
		extract: false,
		...(isSupportedCountry(country) && { defaultCountry: country as CountryCode }),
	});
	return number?.isPossible() ? number.number : undefined;
}
