import {
	type CountryCode,
	isSupportedCountry,
	type MetadataJson,
	parsePhoneNumberFromString,
} from 'libphonenumber-js/core/es6';
import { toDialledAbroad, toPhoneText } from '../../contract/phone-text.ts';
import plans from '../../dist/phone-metadata.json' with { type: 'json' };

const metadata = plans as unknown as MetadataJson;

/**
 * Reads a phone number as a person types it.
 * @param country ISO 3166-1 alpha-2, for numbers without a prefix
 * @returns E.164, or undefined when no such number is possible. "Possible" is about length only: numbering plans
 * change faster than their metadata (libphonenumber FAQ), so a number that is merely not "valid" is never refused.
 */
export function normalizePhone(typed: string, country: string): string | undefined {
	const text = toPhoneText(typed);
	const abroad = toDialledAbroad(text);
	return read(text, country) ?? (abroad === undefined ? undefined : read(abroad, country));
}

function read(text: string, country: string): string | undefined {
	const known = isSupportedCountry(country as CountryCode, metadata);
	const options = { extract: false, ...(known && { defaultCountry: country as CountryCode }) };
	const number = parsePhoneNumberFromString(text, options, metadata);
	return number?.isPossible() ? number.number : undefined;
}
