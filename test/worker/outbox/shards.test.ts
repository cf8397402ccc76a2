/** A site of four outboxes on the real runtime: what a visitor, a vendor and an operator see of them is one site. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { LeadInput } from '../../../contract/lead.ts';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { SHARD_NUMBERS, toOutboxName, toShard } from '../../../worker/site/shards.ts';
import { numberedLead } from '../../support/numbered-lead.ts';
import { until } from '../../support/until.ts';
import { PAGE_ORIGIN, startTestWorker, type TestWorker } from '../../support/worker.ts';

const SHARDS = 4;
const NAMES = Array.from({ length: SHARDS }, (_, shard) => toOutboxName('gran', shard));
/** How long a slow machine may take for all of them, in milliseconds. */
const PATIENCE_MS = 120_000;

const leads = Array.from({ length: 400 }, (_, i) => numberedLead('one', i));
/** A lead for each shard, by its place. */
const oneEach = NAMES.map((_, shard) => leads.find(({ id }) => toShard(id, SHARDS) === shard) as LeadInput);

let portal: Portal;
let worker: TestWorker;

before(async () => {
	portal = await createPortal({ port: 0 });
	worker = await startTestWorker(portal.vendorsUrl);
	await postAll(leads);
	await until('all of them at the vendor', () => sends().length >= leads.length, PATIENCE_MS);
	await settled('gran');
});
after(async () => {
	await worker.close();
	await portal.close();
});

async function postAll(some: readonly LeadInput[], site = 'gran'): Promise<void> {
	const waiting = [...some];
	const postNext = async () => {
		for (let lead = waiting.shift(); lead; lead = waiting.shift()) {
			const response = await worker.post(lead, { site });
			assert.equal(response.status, 202, await response.text());
		}
	};
	await Promise.all(Array.from({ length: 8 }, postNext));
}

/** A lead of a series that belongs to a shard. */
function inShard(series: string, shard: number, change: Record<string, unknown> = {}): LeadInput {
	for (let i = 0; ; i++) {
		const lead = numberedLead(series, i, change);
		if (toShard(lead.id, SHARDS) === shard) return lead;
	}
}

/** What EasyBroker took. */
const sends = () =>
	portal.inbox
		.list('easybroker')
		.filter(({ method, status }) => method === 'POST' && status === 200)
		.map(({ body }) => body as { message: string; remote_id: number });
const sendsOf = ({ id }: LeadInput) => sends().filter(({ message }) => message.includes(id));

/** The rows of each shard. */
const rowsOf = <T>(query: string, site = 'gran') =>
	Promise.all(NAMES.map((_, shard) => worker.sqlOf<T>(toOutboxName(site, shard), query)));

/** Waits until no attempt is under way in any shard. */
const settled = (site: string) =>
	until(
		'the end of every attempt',
		async () => (await rowsOf('select 1 from deliveries where started_at is not null', site)).flat().length === 0,
		PATIENCE_MS,
	);

const read = (path: string) => worker.fetch(`/v1/sites/gran/leads/${path}`, { headers: { origin: PAGE_ORIGIN } });

test('400 leads reach the vendor once each, under numbers of their own, from the shard of their id', async () => {
	assert.equal(sends().length, leads.length);
	for (const lead of leads) assert.equal(sendsOf(lead).length, 1);
	assert.equal(new Set(sends().map(({ remote_id }) => remote_id)).size, leads.length);

	const rows = await rowsOf<{ lead_id: string; number: number }>(
		'select lead_id, number from deliveries order by number',
	);
	for (const [shard, stored] of rows.entries()) {
		const expected = leads.filter(({ id }) => toShard(id, SHARDS) === shard).map(({ id }) => id);
		assert.deepEqual(stored.map(({ lead_id }) => lead_id).sort(), expected.sort());
		assert.deepEqual(
			stored.map(({ number }) => number),
			expected.map((_, i) => shard * SHARD_NUMBERS + i + 1),
		);
		assert.ok(expected.length > 70, 'each has its part');
	}
});

test('a repeat is answered as one and changes nothing, and the same id with other words is refused', async () => {
	for (const lead of oneEach) {
		const again = await worker.post(lead, { site: 'gran' });
		assert.deepEqual([again.status, ((await again.json()) as { id: string }).id], [202, lead.id]);
		const other = await worker.post({ ...lead, message: 'Otra cosa.' }, { site: 'gran' });
		assert.deepEqual([other.status, ((await other.json()) as { code: string }).code], [422, 'id_reused']);
	}
	assert.equal((await rowsOf('select 1 from deliveries')).flat().length, leads.length);
	assert.equal(sends().length, leads.length);
});

test('state and receipt of a lead are found in every shard', async () => {
	for (const { id } of oneEach) {
		assert.deepEqual(await (await read(id)).json(), { id, state: 'delivered' });
		const receipt = await read(`${id}/receipt`);
		assert.equal(receipt.status, 200);
		const [, payload = ''] = (await receipt.text()).split('.');
		assert.equal((JSON.parse(Buffer.from(payload, 'base64url').toString()) as { lead: string }).lead, id);
	}
	assert.equal((await read('00000000-0000-4000-8000-000000000000')).status, 404);
});

test('answers reach the lead they belong to, in every shard', async () => {
	const open = NAMES.map((_, shard) => inShard('open', shard, { unfinished: true }));
	await postAll(open);
	for (const { id } of open) {
		const response = await worker.fetch(`/v1/sites/gran/leads/${id}/answers`, {
			method: 'POST',
			headers: { origin: PAGE_ORIGIN, 'content-type': 'text/plain' },
			body: JSON.stringify({ wishes: { priceMax: 3_000_000 }, finished: true }),
		});
		assert.equal(response.status, 202);
	}
	await until('them at the vendor', () => open.every((lead) => sendsOf(lead).length === 1), PATIENCE_MS);
	for (const lead of open) assert.match(sendsOf(lead)[0]?.message ?? '', /Precio hasta: 3000000/);
});

test('the vendor’s limit holds for all shards together', async () => {
	await postAll(
		Array.from({ length: 60 }, (_, i) => numberedLead('slow', i, { consent: [] })),
		'gran-lento',
	);
	await settled('gran-lento');
	const calls = portal.inbox.list('webhook').length;
	// 80 an hour are 20 for each of four shards, and a tenth of them may go out at once.
	assert.equal(calls, 8);
	const states = await rowsOf<{ state: string }>('select state from deliveries', 'gran-lento');
	assert.equal(states.flat().filter(({ state }) => state === 'queued').length, 60 - calls);
});

test('an outbox that belongs to another shard takes no lead', async () => {
	const stranger = inShard('stranger', 1);
	await worker.sqlOf('gran~1', `update meta set value = 'gran~2' where key = 'site'`);
	await worker.evict('gran~1');
	const refused = await worker.post(stranger, { site: 'gran' });
	assert.equal(refused.status, 503);
	await worker.sqlOf('gran~1', `update meta set value = 'gran~1' where key = 'site'`);
	await worker.evict('gran~1');
	const [found] = await worker.sqlOf<{ count: number }>(
		'gran~1',
		`select count(*) as count from deliveries where lead_id = ?`,
		stranger.id,
	);
	assert.equal(found?.count, 0);
});
