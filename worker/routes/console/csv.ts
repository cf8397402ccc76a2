/**
 * CSV as RFC 4180 has it: commas, CRLF, quotes doubled. Pure.
 */

/** Makes Excel read UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet may take for a formula (OWASP, "CSV Injection"): a text that begins with = + - @ or their
 * full-width twins, blanks or characters that are not shown before them or not, or with a tab or a line's end.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{DI}]*[=+\-@＝＋－＠])/u;

/** One value as a cell. A number is written as it is: a spreadsheet's formula is always a text. */
export function toCell(value: string | number | boolean | null | undefined): string {
	if (value === null || value === undefined) return '';
	if (typeof value !== 'string') return String(value);
	const safe = FORMULA.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record, its line's end included. */
export function toLine(values: readonly Parameters<typeof toCell>[0][]): string {
	return `${values.map(toCell).join(',')}\r\n`;
}
