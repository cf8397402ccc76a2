import { type CountryCode, type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { toDialledAbroad, toPhoneText } from '../../contract/phone-text.ts';

/** What a text is as a phone number: its international form, or impossible; nothing where one cannot tell. */
export type PhoneReading = string | false | undefined;

/**
 * Reads a phone number in any shape people write it. A lazy part: it comes when a visitor first enters a phone field,
 * and imports nothing of the widget.
 * @param text as typed
 * @param country ISO 3166-1 alpha-2, for numbers without a prefix
 * @param metadata of some countries; of numbers from others one cannot tell
 * @returns Possible means that the count of digits fits the country; whether it is in use nobody can tell here.
 */
export function readPhone(text: string, country: string, metadata: MetadataJson): PhoneReading {
	const typed = toPhoneText(text);
	const home = country in metadata.countries ? { defaultCountry: country as CountryCode } : {};
	// The whole text has to be the number, as the Worker has it too: words around one may hold a second.
	const parse = (one = '') => parsePhoneNumberFromString(one, { ...home, extract: false }, metadata);
	const abroad = toDialledAbroad(typed);
	const number = [parse(typed), parse(abroad)].find((one) => one?.isPossible());
	if (number) return number.formatInternational();
	if (!abroad && parse(typed)) return false;
	const [, digits] = typed.match(/^(?:\+|00|011)([\d\s().-]+)$/) ?? [];
	if (digits === undefined) return 'defaultCountry' in home || !/^[\p{Nd}\s().-]+$/u.test(typed) ? false : undefined;
	const codes = Object.keys(metadata.country_calling_codes);
	return codes.some((code) => digits.replace(/\D/g, '').startsWith(code)) ? false : undefined;
}
