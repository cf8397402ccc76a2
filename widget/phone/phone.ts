import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';

/**
 * Reads a phone number in any shape people write it. A lazy part: it comes with its metadata when a visitor
 * first enters a phone field, and imports nothing of the widget.
 * @param text as typed
 * @param country ISO 3166-1 alpha-2, for numbers without a prefix
 * @returns the number in its international display form, or nothing where no such number is possible. Possible
 * means that the count of digits fits the country; whether it is in use nobody can tell here.
 */
export function readPhone(text: string, country: string): string | undefined {
	// The whole text has to be the number, as the Worker has it too: words around one may hold a second.
	const options = { defaultCountry: country as CountryCode, extract: false };
	const number = parsePhoneNumberFromString(text.trim(), options, metadata);
	return number?.isPossible() ? number.formatInternational() : undefined;
}
