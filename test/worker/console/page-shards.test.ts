import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DeskPage } from '../../../worker/outbox/desk/protocol.ts';
import { type PageRequest, pageShards } from '../../../worker/routes/console/page-shards.ts';
import { Refusal } from '../../../worker/routes/console/refusal.ts';
import { SHARD_NUMBERS, toOutboxName } from '../../../worker/site/shards.ts';

interface Row {
	number: number;
	at: number;
}
const toAt = ({ at }: Row) => at;

/** Shards in memory, each with its rows in the order of their numbers. */
class Shards {
	readonly #rows = new Map<string, Row[]>();
	readonly #scan: number;
	#clock = 0;

	/** @param scan most rows looked at for a page */
	constructor(scan = Number.POSITIVE_INFINITY) {
		this.#scan = scan;
	}

	add(shard: number): void {
		const name = toOutboxName('gran', shard);
		const rows = this.#rows.get(name) ?? [];
		rows.push({ number: shard * SHARD_NUMBERS + rows.length + 1, at: ++this.#clock });
		this.#rows.set(name, rows);
	}

	/** As an outbox does: its page may be short where much had to be looked at, and then says where to go on. */
	read(wanted: (row: Row) => boolean = () => true) {
		return async ({ name, below = Number.POSITIVE_INFINITY, limit }: PageRequest): Promise<DeskPage<Row>> => {
			const all = (this.#rows.get(name) ?? []).filter(({ number }) => number < below).reverse();
			const seen = all.slice(0, this.#scan);
			const found = seen.filter(wanted);
			if (found.length > limit) return { rows: found.slice(0, limit), next: found[limit - 1]?.number };
			return { rows: found, next: seen.length < all.length ? seen.at(-1)?.number : undefined };
		};
	}

	all(): Row[] {
		return [...this.#rows.values()].flat().sort((a, b) => b.at - a.at);
	}
}

const site = (count: number) => ({ id: 'gran', shards: { count } }) as Parameters<typeof pageShards>[0];

const worlds = fc.record({
	count: fc.integer({ min: 2, max: 6 }),
	at: fc.array(fc.nat(), { maxLength: 60 }),
	limit: fc.integer({ min: 1, max: 9 }),
	scan: fc.integer({ min: 1, max: 20 }),
	late: fc.array(fc.nat(), { maxLength: 60 }),
});

test('every row is on one page, newest first, however many come between two pages', async () => {
	await fc.assert(
		fc.asyncProperty(worlds, async ({ count, at, limit, scan, late }) => {
			const shards = new Shards(scan);
			for (const place of at) shards.add(place % count);
			const before = shards.all();
			const arriving = [...late];
			const wanted = ({ number }: Row) => number % 3 !== 0;
			const rows: Row[] = [];
			let places: number[] | undefined;
			do {
				const page = await pageShards(site(count), { places, limit }, toAt, shards.read(wanted));
				assert.ok(page.rows.length <= limit);
				rows.push(...page.rows);
				places = page.places;
				const shard = arriving.pop();
				if (shard !== undefined) shards.add(shard % count);
			} while (places);
			assert.deepEqual(rows, before.filter(wanted));
		}),
	);
});

test('a list that leaves a trace reads exactly what it shows, and loses no row that leaves it meanwhile', async () => {
	await fc.assert(
		fc.asyncProperty(worlds, async ({ count, at, limit, late }) => {
			const shards = new Shards();
			for (const place of at) shards.add(place % count);
			const leavers = [...late];
			const gone = new Set<Row>();
			const wanted = (row: Row) => !gone.has(row);
			const shown: Row[] = [];
			let traced = 0;
			const show = async (request: PageRequest) => {
				// Between the two looks a lead is delivered, say.
				const place = leavers.pop();
				const leaving = place === undefined ? undefined : shards.all()[place % shards.all().length];
				if (leaving && !shown.includes(leaving)) gone.add(leaving);
				const page = await shards.read(wanted)(request);
				traced += page.rows.length;
				return page;
			};
			let places: number[] | undefined;
			do {
				const page = await pageShards(site(count), { places, limit }, toAt, shards.read(wanted), show);
				shown.push(...page.rows);
				places = page.places;
			} while (places);
			assert.equal(traced, shown.length);
			assert.equal(new Set(shown).size, shown.length);
			for (const row of shards.all()) assert.ok(gone.has(row) || shown.includes(row));
		}),
	);
});

test('a cursor of a site with another number of outboxes is refused', async () => {
	const page = pageShards(site(4), { places: [7], limit: 5 }, toAt, new Shards().read());
	await assert.rejects(page, (error) => error instanceof Refusal && error.code === 'invalid_query');
});
