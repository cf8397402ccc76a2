/**
 * Cursors of the console's lists. Opaque to callers, who hand them back as they got them: what is inside may change.
 */

/** Makes a cursor that goes on below a number. */
export function toCursor(below: number): string {
	return btoa(`below:${below}`).replace(/=+$/, '');
}

/** Reads a cursor; undefined where it is none of ours. */
export function readCursor(cursor: string): number | undefined {
	try {
		const digits = /^below:(\d{1,15})$/.exec(atob(cursor))?.[1];
		return digits === undefined ? undefined : Number(digits);
	} catch {
		return undefined;
	}
}
