import type { DeskPage } from '../../outbox/desk/protocol.ts';

/** What was taken of several pages. */
export interface Taken<Row> {
	/** Newest first. */
	rows: Row[];
	/** How many of them are of each page. */
	counts: number[];
}

/**
 * Takes the newest rows off several shards' pages, each newest first itself. Pure. It ends before its limit where a page
 * is used up that is not its shard's last: what comes next there is not known, and may be newer than the others' next.
 */
export function takeNewest<Row>(
	pages: readonly DeskPage<Row>[],
	timeOf: (row: Row) => number,
	limit: number,
): Taken<Row> {
	const counts = pages.map(() => 0);
	const rows: Row[] = [];
	while (rows.length < limit) {
		if (pages.some((page, i) => page.next !== undefined && counts[i] === page.rows.length)) break;
		const heads = pages.map((page, i) => page.rows[counts[i] as number]);
		const times = heads.map((row) => (row === undefined ? Number.NEGATIVE_INFINITY : timeOf(row)));
		const newest = times.indexOf(Math.max(...times));
		const row = heads[newest];
		if (row === undefined) break;
		rows.push(row);
		counts[newest] = (counts[newest] as number) + 1;
	}
	return { rows, counts };
}
