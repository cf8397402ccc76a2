import { SHARDS_MAX } from '../../site/shards.ts';

/**
 * Cursors of the console's lists. Opaque to callers, who hand them back as they got them: what is inside may change.
 */

/** Makes a cursor that goes on below these numbers, one for each of the site's outboxes. */
export function toCursor(places: readonly number[]): string {
	return btoa(`below:${places.join(',')}`).replace(/=+$/, '');
}

/** Reads a cursor; undefined where it is none of ours. */
export function readCursor(cursor: string): number[] | undefined {
	try {
		const places = /^below:(\d{1,15}(?:,\d{1,15})*)$/.exec(atob(cursor))?.[1]?.split(',').map(Number);
		return places && places.length <= SHARDS_MAX ? places : undefined;
	} catch {
		return undefined;
	}
}
