/** What a phone number's prefix says about the line, where the country's numbering plan tells it. */
export type PhoneKind = 'mobile' | 'landline';

/**
 * Mobile ranges by country code, as the start of the national number, after the national numbering plans. Only where
 * the plan keeps them apart (North America doesn't), and only countries whose people our vendors' agencies often meet.
 */
const MOBILE: Record<string, RegExp> = {
	'31': /^6[1-58]/, // Netherlands
	'32': /^4[5-9]/, // Belgium
	'33': /^[67]/, // France
	'34': /^(6|7[1-9])/, // Spain
	'39': /^3/, // Italy
	'41': /^7[5-9]/, // Switzerland
	'43': /^6(5[0-3579]|6[013-9]|[7-9])/, // Austria; 662 is Salzburg
	'44': /^7([1-57-9]|624)/, // United Kingdom: 70 is personal, 76 pagers but for the Isle of Man
	'49': /^1(5|6[023]|7)/, // Germany
	'262': /^(69|639)/, // Réunion, Mayotte
	'351': /^9[1236]/, // Portugal
	'352': /^6/, // Luxembourg
	'353': /^8[35-9]/, // Ireland
	'377': /^[46]/, // Monaco
	'590': /^69/, // Guadeloupe
	'594': /^69/, // French Guiana
	'596': /^69/, // Martinique
};

/** Fixed lines, the same way. What is in neither list (services, voice over IP) is not known. */
const LANDLINE: Record<string, RegExp> = {
	'33': /^[1-5]/,
	'34': /^[89][1-8]/,
	'39': /^0/,
	'44': /^[12]/,
	'262': /^26/,
	'351': /^2/,
	'590': /^590/,
	'594': /^594/,
	'596': /^596/,
};

/**
 * Whether a number is a mobile's or a fixed line's.
 * @param e164 ITU-T E.164 with the plus sign
 * @returns nothing where the prefix doesn't tell
 */
export function toPhoneKind(e164: string): PhoneKind | undefined {
	const digits = e164.replace(/\D/g, '');
	// No country code is the start of another, so the one that fits is the only one.
	const code = [2, 3].map((length) => digits.slice(0, length)).find((start) => Object.hasOwn(MOBILE, start));
	if (code === undefined) return undefined;
	const national = digits.slice(code.length);
	if (MOBILE[code]?.test(national)) return 'mobile';
	return LANDLINE[code]?.test(national) ? 'landline' : undefined;
}
