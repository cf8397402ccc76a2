/**
 * Lofty's ids are 64-bit integers written as JSON numbers. A JavaScript number holds them exactly only up to 2^53,
 * so they are read from the text and written into it as digits (developer.lofty.com, "Lead management").
 */

/** A Lofty id: digits, at most 19 of them (2^63 has 19). */
export const ID_PATTERN = /^\d{1,19}$/;

/** The members of Lofty's answers that hold an id. In a string the quotes are escaped, so none is touched there. */
const ID_MEMBERS = /("(?:leadId|id)"\s*:\s*)(\d{1,19})(?=\s*[,}\]])/g;

/** Parses JSON with every lead's id kept as a string of its digits; nothing when it is no JSON. */
export function parseWithIds(text: string): unknown {
	try {
		return JSON.parse(text.replace(ID_MEMBERS, '$1"$2"')) as unknown;
	} catch {
		return undefined;
	}
}

/** Writes an object as JSON with `ids` in front, each as bare digits; ids that are undefined are left out. */
export function toJsonWithIds(ids: Record<string, string | undefined>, rest: object): string {
	const members = Object.entries(ids)
		.filter(([, digits]) => digits !== undefined)
		.map(([name, digits]) => `${JSON.stringify(name)}:${digits}`);
	const tail = JSON.stringify(rest).slice(1, -1);
	return `{${[...members, tail].filter(Boolean).join(',')}}`;
}
