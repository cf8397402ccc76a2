/**
 * What is taken out of a visitor's words before they are kept. The rule, and all of it (for people: docs/input.md):
 *
 * - lone surrogates become U+FFFD; letters and their accents become one character where there is one (NFC, Unicode
 *   TR15), but compatibility ideographs stay: a name is written with U+FA19 and not with U+795E;
 * - control characters go (U+0000–001F, U+007F–009F), but a tab becomes a space, and line ends stay in multi-line
 *   text as `\n`;
 * - bidirectional overrides, embeddings and isolates go (U+202A–202E, U+2066–2069): they make text read as what it
 *   is not (Trojan Source, CVE-2021-42574). Left-to-right and right-to-left marks stay;
 * - characters without width go (U+200B, U+2060, U+FEFF), but the joiners U+200C and U+200D stay: Persian, Indic
 *   scripts and emoji need them;
 * - blanks at both ends go.
 */
const UNWANTED = /[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/gu;

/** Everything between compatibility ideographs, which NFC would replace by other characters. */
const COMPOSABLE = /[^\uF900-\uFAFF\u{2F800}-\u{2FA1F}]+/gu;

/** What needs no cleaning but at its ends: printable ASCII. */
const PLAIN = /^[ -~]*$/;

/** Whole characters, composed. */
function compose(value: string): string {
	return value.toWellFormed().replace(COMPOSABLE, (text) => text.normalize('NFC'));
}

/** Cleans one line: line ends become spaces. */
export function cleanLine(value: string): string {
	if (PLAIN.test(value)) return value.trim();
	return compose(value)
		.replace(/[\t\n\r\u2028\u2029]+/g, ' ')
		.replace(UNWANTED, '')
		.trim();
}

/** Cleans text of several lines. */
export function cleanText(value: string): string {
	return compose(value)
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(/\t/g, ' ')
		.split('\n')
		.map((line) => line.replace(UNWANTED, ''))
		.join('\n')
		.trim();
}

/** Cleans every string of a lead, whatever its depth; `message` keeps its lines. Empty strings go. */
export function cleanValues<T>(value: T, key?: string): T {
	if (typeof value === 'string') return (key === 'message' ? cleanText(value) : cleanLine(value)) as T;
	if (Array.isArray(value)) return value.map((item) => cleanValues(item)) as T;
	if (typeof value !== 'object' || value === null) return value;
	const clean: Record<string, unknown> = {};
	for (const [name, item] of Object.entries(value)) {
		const cleaned = cleanValues(item, name);
		if (cleaned !== '' && cleaned !== undefined) clean[name] = cleaned;
	}
	return clean as T;
}
