/** What an operator sees of a site of four outboxes, on the real runtime: one site. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { ConsoleAuditEntry, ConsoleDelivery, ConsoleErasure, ConsoleSite } from '../../../contract/console.ts';
import { SHARD_NUMBERS, toOutboxName, toShard, toShardOfNumber } from '../../../worker/site/shards.ts';
import { numberedLead } from '../../support/numbered-lead.ts';
import { type Receiver, startReceiver } from '../../support/receiver.ts';
import { until } from '../../support/until.ts';
import { type Operator, REFUSED, startOperator } from './operator.ts';

const SHARDS = 4;
const NAMES = Array.from({ length: SHARDS }, (_, shard) => toOutboxName('gran', shard));
/** Rows of each shard; the shards take turns, so that they have to be put together one by one. */
const ROWS = 60;
const START = Date.UTC(2026, 0, 1);
const PATIENCE_MS = 60_000;

let operator: Operator;
let alerts: Receiver;
before(async () => {
	alerts = await startReceiver();
	operator = await startOperator({ ALERT_WEBHOOK_URL: alerts.url });
});
after(async () => {
	await operator.close();
	await alerts.close();
});
beforeEach(async () => {
	for (const name of NAMES) {
		for (const table of ['deliveries', 'attempts', 'audit', 'destinations', 'notices']) {
			await operator.worker.sqlOf(name, `delete from ${table}`);
		}
		await operator.worker.sqlOf(name, `delete from meta where key <> 'site'`);
		await operator.worker.evict(name);
	}
	await operator.reset();
	alerts.bodies.length = 0;
});

type List = { leads: ConsoleDelivery[]; cursor: string | null };

/** Stores delivered rows in every shard without any vendor, received a second apart, one shard after the other. */
async function store(): Promise<void> {
	for (const [shard, name] of NAMES.entries()) {
		await operator.worker.sqlOf(
			name,
			`insert into deliveries (number, lead_id, destination, body_hash, lead, received_at, state, due_at)
			with recursive n(i) as (select 1 union all select i + 1 from n where i < ${ROWS})
			select ${shard * SHARD_NUMBERS} + i, 'id-${shard}-' || i, 'easybroker', '', '{}',
				${START} + (i * ${SHARDS} + ${shard}) * 1000, 'delivered', 0 from n`,
		);
		await operator.worker.evict(name);
	}
}

/** The numbers `store` gave, newest first. */
const newestFirst = () =>
	Array.from({ length: ROWS }, (_, i) => ROWS - i).flatMap((i) =>
		NAMES.map((_, shard) => (SHARDS - 1 - shard) * SHARD_NUMBERS + i),
	);

async function walk(query: string, between: () => Promise<unknown> = async () => {}): Promise<number[][]> {
	const pages: number[][] = [];
	let cursor: string | null = null;
	do {
		const page: List = await operator.get<List>(`/leads?site=gran${query}${cursor ? `&cursor=${cursor}` : ''}`);
		pages.push(page.leads.map(({ number }) => number));
		cursor = page.cursor;
		if (cursor) await between();
	} while (cursor);
	return pages;
}

/** Sends leads until every shard has one; gives them. */
async function postEverywhere(series: string, change: Record<string, unknown> = {}) {
	const leads = Array.from({ length: 16 }, (_, i) => numberedLead(series, i, change));
	assert.equal(new Set(leads.map(({ id }) => toShard(id, SHARDS))).size, SHARDS);
	for (const lead of leads) assert.equal((await operator.worker.post(lead, { site: 'gran' })).status, 202);
	return leads;
}
const allIn = (state: string, count: number) =>
	until(
		`${count} that are ${state}`,
		async () => {
			const { leads } = await operator.get<List>(`/leads?site=gran&state=${state}&limit=200`);
			return leads.length === count && leads;
		},
		PATIENCE_MS,
	);

test('a list of all shards is walked newest first, each row once, while leads arrive', async () => {
	await store();
	let i = 0;
	const pages = await walk('&limit=37', async () => {
		const { status } = await operator.worker.post(numberedLead('meanwhile', i++), { site: 'gran' });
		assert.equal(status, 202);
	});
	assert.deepEqual(pages.flat(), newestFirst());
	assert.deepEqual(
		pages.map((page) => page.length),
		[37, 37, 37, 37, 37, 37, 18],
	);
});

test('a list with the leads themselves is written down in each shard by what was shown of it, and no more', async () => {
	await store();
	const pages = await walk('&limit=50&fields=lead');
	assert.deepEqual(pages.flat(), newestFirst());
	const { entries } = await operator.get<{ entries: ConsoleAuditEntry[] }>('/audit?site=gran&limit=200');
	const shown = NAMES.map(() => 0);
	for (const { action, number, count } of entries) {
		assert.equal(action, 'list');
		shown[toShardOfNumber(number)] = (shown[toShardOfNumber(number)] ?? 0) + count;
	}
	assert.deepEqual(shown, [ROWS, ROWS, ROWS, ROWS]);
});

test('the audit log of all shards is one, newest first, each row under a number of its own', async () => {
	await store();
	await walk('&limit=50&fields=lead');
	const numbers: number[] = [];
	const times: string[] = [];
	let cursor: string | null = null;
	do {
		const query: string = cursor ? `&cursor=${cursor}` : '';
		const page: { entries: ConsoleAuditEntry[]; cursor: string | null } = await operator.get(
			`/audit?site=gran&limit=3${query}`,
		);
		numbers.push(...page.entries.map(({ number }) => number));
		times.push(...page.entries.map(({ at }) => at));
		cursor = page.cursor;
	} while (cursor);
	const stored = await Promise.all(
		NAMES.map((name) => operator.worker.sqlOf<{ number: number }>(name, 'select number from audit')),
	);
	assert.deepEqual(
		numbers.toSorted(),
		stored
			.flat()
			.map(({ number }) => number)
			.toSorted(),
	);
	assert.deepEqual(times, times.toSorted().reverse());
});

test('a site’s counts are those of all its shards', async () => {
	await store();
	const { sites } = await operator.get<{ sites: ConsoleSite[] }>('/sites?site=gran');
	assert.equal(sites[0]?.counts.delivered, SHARDS * ROWS);
});

test('an export holds every row of every shard once, newest first, counted once in each shard’s audit log', async () => {
	await store();
	const file = await (await operator.ask('/export?site=gran&format=ndjson')).text();
	const rows = file
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as ConsoleDelivery);
	assert.deepEqual(
		rows.map(({ number }) => number),
		newestFirst(),
	);
	const { entries } = await operator.get<{ entries: ConsoleAuditEntry[] }>('/audit?site=gran');
	assert.deepEqual(
		entries.map(({ action, count }) => [action, count]),
		NAMES.map(() => ['export', ROWS]),
	);
});

test('a delivery is found by its number in whichever shard it is, and nowhere by a number of none', async () => {
	await store();
	for (const shard of NAMES.keys()) {
		const number = shard * SHARD_NUMBERS + 7;
		const trace = await operator.get<ConsoleDelivery>(`/leads/gran/${number}?fields=history`);
		assert.deepEqual([trace.number, trace.id], [number, `id-${shard}-7`]);
	}
	for (const number of [ROWS + 1, SHARD_NUMBERS, SHARDS * SHARD_NUMBERS + 1]) {
		await operator.refuses(404, 'unknown_delivery', operator.ask(`/leads/gran/${number}`));
	}
});

test('what is parked in every shard is told by each, and replayed by one call', async () => {
	const leads = await postEverywhere('parked', REFUSED);
	const parked = await allIn('parked', leads.length);
	await until('an alert of every shard', () => alerts.bodies.length === SHARDS, PATIENCE_MS);
	const told = alerts.bodies.map(
		(body) => /site gran \(outbox (.*?)\), easybroker/.exec((body as { text: string }).text)?.[1],
	);
	assert.deepEqual(told.sort(), NAMES);

	// The vendor knows the listing now.
	for (const name of NAMES) {
		await operator.worker.sqlOf(
			name,
			`update deliveries set lead = json_set(lead, '$.listing.reference', 'EB-AB1234')`,
		);
	}
	const [one] = parked.filter(({ number }) => toShardOfNumber(number) === 3);
	assert.equal((await operator.post(`/leads/gran/${one?.number}/replay`)).status, 200);
	const answer = await operator.post('/replay', { site: 'gran', since: '2026-01-01' });
	assert.deepEqual(await answer.json(), { replayed: leads.length - 1 });
	await allIn('delivered', leads.length);
	for (const { id } of leads) {
		assert.equal(operator.sent(id).filter(({ status }) => status === 200).length, 1);
	}
});

test('a person is erased from every shard they are in', async () => {
	const leads = await postEverywhere('person', { email: 'ana.gran@example.com' });
	await postEverywhere('other');
	await allIn('delivered', 2 * leads.length);
	const response = await operator.post('/erase', { site: 'gran', email: 'Ana.Gran@example.com' });
	const { erased, sites } = (await response.json()) as { erased: number; sites: ConsoleErasure[] };
	assert.deepEqual([erased, sites.length, sites[0]?.delivered.length], [leads.length, 1, leads.length]);
	const left = await Promise.all(
		NAMES.map((name) => operator.worker.sqlOf<{ lead: string | null }>(name, 'select lead from deliveries')),
	);
	assert.equal(left.flat().filter(({ lead }) => lead?.includes('ana.gran')).length, 0);
	assert.equal(left.flat().filter(({ lead }) => lead !== null).length, leads.length);
});
