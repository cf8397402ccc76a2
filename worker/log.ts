/** What a log line may hold: names, ids, codes and numbers. Never a value a person typed, a secret or an address. */
export interface LogFields {
	site?: string;
	/** The lead's id. */
	id?: string;
	destination?: string;
	state?: string;
	code?: string;
	reason?: string;
	attempt?: number;
	ms?: number;
}

/** Writes one structured line, which Workers Logs indexes by field. Line ends in a value are escaped: a line is one event. */
export function log(event: string, fields: LogFields = {}, level: 'info' | 'warn' | 'error' = 'info'): void {
	const safe = Object.entries(fields).map(([name, value]) => [
		name,
		typeof value === 'string' ? toSafeText(value) : value,
	]);
	console[level](JSON.stringify({ event, ...Object.fromEntries(safe) }));
}

/**
 * A text without what an error's message may quote: of an address the password, the query and the fragment (a vendor's
 * token may stand in its query), of text that is no JSON the text itself. No scheme is longer than the cap here; without
 * one, a long word would be tried from each of its letters on.
 */
export function toSafeText(text: string): string {
	// Ids and codes, which most lines consist of, hold neither.
	if (!text.includes(':')) return text;
	return text
		.replace(/([a-z][a-z\d+.-]{0,30}:\/\/)(?:[^\s/?#@]*@)?([^\s?#"']*)(?:[?#][^\s"']*)?/gi, '$1$2')
		.replace(/(SyntaxError: [^"']*)["'].*["']/s, '$1…');
}
