/**
 * A phone number as the parser on either side takes it: `tel:` gone, the plus sign a plain one, no brackets around a
 * country's code: `(＋351) 912 345 678` becomes `+351 912 345 678`. The parser reads all else that people write.
 */
export function toPhoneText(typed: string): string {
	return typed
		.trim()
		.replace(/^tel:/i, '')
		.replace(/^\(\s*([+＋][^)]*)\)/, '$1 ')
		.replace(/^＋/, '+');
}

/**
 * The same number, where it begins with another country's way of dialling abroad: `00` (ITU-T E.164), or North
 * America's `011`. For numbers that are none as they stand.
 * @returns nothing where it does not begin so
 */
export function toDialledAbroad(text: string): string | undefined {
	const rest = /^(?:00|011)(?=[\s\d().-])(.*)$/.exec(text)?.[1];
	return rest === undefined ? undefined : `+${rest}`;
}
