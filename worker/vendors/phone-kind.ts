/** What a phone number's prefix says about the line, where the country's numbering plan tells it. */
export type PhoneKind = 'mobile' | 'landline';

/**
 * Mobile ranges by country code, as the start of the national number, from the national numbering plans (ITU-T E.164
 * national numbering plans). Only where the plan keeps them apart, and only countries whose people our vendors' agencies
 * meet often; North America keeps none apart.
 */
const MOBILE: Record<string, RegExp> = {
	'31': /^6[1-58]/, // Netherlands
	'32': /^4[5-9]/, // Belgium
	'33': /^[67]/, // France
	'34': /^(6|7[1-9])/, // Spain
	'39': /^3/, // Italy
	'41': /^7[5-9]/, // Switzerland
	'43': /^6[5-9]/, // Austria
	'44': /^7([1-57-9]|624)/, // United Kingdom: 70 is personal, 76 pagers but for the Isle of Man
	'49': /^1[5-7]/, // Germany
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
	'31': /^[1-57]/,
	'32': /^([1-35-9]|4[23])/,
	'33': /^[1-5]/,
	'34': /^[89]/,
	'39': /^0/,
	'41': /^([2-6]|71|81|91)/,
	'44': /^[12]/,
	'262': /^26/,
	'351': /^2/,
	'352': /^[2-5789]/,
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
	// No country code here is the start of another, so the first that fits is the only one.
	const code = [2, 3].map((length) => digits.slice(0, length)).find((start) => start in MOBILE);
	if (code === undefined) return undefined;
	const national = digits.slice(code.length);
	if (MOBILE[code]?.test(national)) return 'mobile';
	return LANDLINE[code]?.test(national) ? 'landline' : undefined;
}
