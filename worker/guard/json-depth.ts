/** How deep a body's objects and lists may stand in each other. A lead's go three deep. */
export const JSON_MAX_DEPTH = 8;

/**
 * Whether a JSON text nests deeper than `max`, told before it is parsed: brackets outside strings are counted. Pure, and
 * one pass: each character is looked at once, whatever stands there.
 * What is no JSON may be counted wrongly; the parser refuses it anyway.
 */
export function isTooDeep(text: string, max = JSON_MAX_DEPTH): boolean {
	let depth = 0;
	let inString = false;
	for (let i = 0; i < text.length; i++) {
		const found = text[i];
		if (inString && found === '\\') i++;
		else if (found === '"') inString = !inString;
		else if (inString) continue;
		else if (found === '{' || found === '[') depth++;
		else if (found === '}' || found === ']') depth--;
		if (depth > max) return true;
	}
	return false;
}
