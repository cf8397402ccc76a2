import type { DeskPage } from '../../outbox/desk/protocol.ts';
import type { Site } from '../../site/define-site.ts';
import { toOutboxNames } from '../../site/shards.ts';
import { Refusal } from './refusal.ts';
import { takeNewest } from './take-newest.ts';

/** What a list asks each outbox for. */
export interface PageRequest {
	/** The outbox's name. */
	name: string;
	/** Only numbers below; undefined at first. */
	below: number | undefined;
	limit: number;
}

/** A page of a list over all of a site's outboxes. */
export interface ShardsPage<Row> {
	/** Newest first. */
	rows: Row[];
	/** Where the next page goes on, for each outbox: below this number, nothing where it is 0. Undefined after the last. */
	places: number[] | undefined;
}

/**
 * A page of a list over all of a site's outboxes. Every row that was there when the first page was asked for is in
 * exactly one page, however many come meanwhile: each outbox keeps its own place.
 * @param places of the page before
 * @param read gives one outbox's page, newest first
 * @param show where looking is written down: reads once more exactly what is shown; `read` then only finds out which
 * @throws {Refusal} `invalid_query` where the places are of another number of outboxes
 */
export async function pageShards<Row extends { number: number }>(
	site: Site,
	{ places, limit }: { places: number[] | undefined; limit: number },
	timeOf: (row: Row) => number,
	read: (request: PageRequest) => Promise<DeskPage<Row>>,
	show?: (request: PageRequest) => Promise<DeskPage<Row>>,
): Promise<ShardsPage<Row>> {
	const names = toOutboxNames(site);
	if (places && places.length !== names.length) {
		throw new Refusal('invalid_query', [{ field: 'cursor', code: 'wrong_type' }]);
	}
	const isOne = names.length === 1;
	const first = isOne && show ? show : read;
	const pages = await Promise.all(
		names.map((name, i) => (places?.[i] === 0 ? { rows: [] } : first({ name, below: places?.[i], limit }))),
	);
	const counts = takeNewest(pages, timeOf, limit).counts;
	if (show && !isOne) {
		await Promise.all(
			names.map(async (name, i) => {
				const newest = (pages[i] as DeskPage<Row>).rows[0];
				if (!counts[i] || !newest) return;
				// What left the list between the two looks makes this one shorter; where it ends is where the list goes on.
				const page = await show({ name, below: newest.number + 1, limit: counts[i] });
				pages[i] = page;
				counts[i] = page.rows.length;
			}),
		);
	}
	const next = pages.map((page, i) => toPlace(page, counts[i] as number));
	const shown = pages.map(({ rows }, i) => ({ rows: rows.slice(0, counts[i]) }));
	return { rows: takeNewest(shown, timeOf, limit).rows, places: next.some((place) => place > 0) ? next : undefined };
}

/** Below which number a shard's list goes on; 0 where it has ended. */
function toPlace<Row extends { number: number }>({ rows, next }: DeskPage<Row>, taken: number): number {
	if (taken === rows.length) return next ?? 0;
	return taken > 0 ? (rows[taken - 1] as Row).number : (rows[0] as Row).number + 1;
}
