import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { SAME_WORDS_MS } from '../../../worker/outbox/recent-leads.ts';
import { validLead } from '../../support/lead.ts';
import { until } from '../../support/until.ts';
import { PAGE_ORIGIN, startTestWorker, type TestWorker } from '../../support/worker.ts';

let portal: Portal;
let worker: TestWorker;

before(async () => {
	portal = await createPortal({ port: 0 });
	worker = await startTestWorker(portal.vendorsUrl, { GUARD_KEY: 'a key of the tests' });
});
after(async () => {
	await worker.close();
	await portal.close();
});

/** Posts a lead that has to be taken. @returns the id the sender goes on with */
async function send(lead: ReturnType<typeof validLead>): Promise<string> {
	const response = await worker.post(lead);
	assert.equal(response.status, 202);
	return ((await response.json()) as { id: string }).id;
}
const arrived = (id: string) => portal.inbox.list('easybroker').filter(({ body }) => JSON.stringify(body).includes(id));
const again = (lead: object, change: object = {}) => ({
	...lead,
	...validLead({ ...lead, id: crypto.randomUUID(), ...change }),
});

test('the same words of the same person about the same listing are one lead, and the second sender gets the first id', async () => {
	const first = validLead();
	const second = again(first, { phone: undefined, attribution: { page: 'https://www.sol.example/x' } });
	assert.equal(await send(first), first.id);
	assert.equal(await send(second), first.id);
	await until('the lead', () => arrived(first.id).length === 1);
	const rows = await worker.sql('select number from deliveries where lead_id = ?', second.id);
	assert.equal(rows.length, 0);
	assert.equal(arrived(second.id).length, 0);
});

test('who sends another’s words from another network learns nothing: the answer is that of a fresh lead', async () => {
	const sendFrom = async (ip: string, lead: ReturnType<typeof validLead>) => {
		const response = await worker.post(lead, { headers: { 'cf-connecting-ip': ip } });
		return [response.status, ((await response.json()) as { id: string }).id];
	};
	const first = validLead();
	const [second, third] = [again(first), again(first)];
	assert.deepEqual(await sendFrom('203.0.113.7', first), [202, first.id]);
	assert.deepEqual(await sendFrom('198.51.100.7', second), [202, second.id]);
	assert.deepEqual(await sendFrom('203.0.113.9', third), [202, first.id], 'a neighbour in the visitor’s own network');
});

test('who follows the id that was told learns how the first lead stands', async () => {
	const first = validLead();
	await send(first);
	const id = await send(again(first));
	const status = await worker.fetch(`/v1/sites/sol/leads/${id}`, { headers: { origin: PAGE_ORIGIN } });
	assert.deepEqual([status.status, ((await status.json()) as { id: string }).id], [200, first.id]);
});

test('it is known after the outbox was dropped from memory, and sent at once from two tabs', async () => {
	const first = validLead();
	await send(first);
	await worker.evict();
	assert.equal(await send(again(first)), first.id);
	const twin = validLead();
	const ids = await Promise.all([send(twin), send(again(twin)), send(again(twin))]);
	assert.equal(new Set(ids).size, 1);
});

test('ten minutes later the same words are a lead of their own', async () => {
	const first = validLead();
	await send(first);
	await worker.sql('update deliveries set received_at = received_at - ? where lead_id = ?', SAME_WORDS_MS, first.id);
	await worker.evict();
	const second = again(first);
	assert.equal(await send(second), second.id);
});

test('other words, another listing, another person, or anything told beside is a lead of its own', async () => {
	const first = validLead();
	await send(first);
	const changes = [
		{ message: 'Y otra pregunta.' },
		{ listing: { reference: 'EB-XXXX01' } },
		{ email: 'eva@example.com', phone: '55 8765 4321' },
		{ phone: '55 8765 4321' },
		{ name: 'Ana Silva Ruiz' },
		{ wishes: { priceMax: 4_000_000 } },
	];
	for (const change of changes) {
		const second = again(first, change);
		assert.equal(await send(second), second.id, JSON.stringify(change));
		await until('the lead', () => arrived(second.id).length === 1);
	}
});

test('what a person has discarded is not what new words are taken for', async () => {
	const first = validLead();
	await send(first);
	await worker.sql(`update deliveries set lead = null, marks = null, state = 'discarded' where lead_id = ?`, first.id);
	const second = again(first);
	assert.equal(await send(second), second.id);
});

test('the id of a plain form can’t be worked out from its words, and is another for another network', async () => {
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const body = 'name=Eva+Clara&email=eva.clara%40example.com&consent.contact=on';
	const sendFrom = (ip: string) => worker.post(body, { headers: { ...headers, 'cf-connecting-ip': ip } });
	const idsOf = async () =>
		(await worker.sql<{ id: string }>(`select lead_id as id from deliveries where lead like '%Eva Clara%'`)).map(
			({ id }) => id,
		);
	assert.equal((await sendFrom('203.0.113.7')).status, 303);
	assert.equal((await sendFrom('203.0.113.7')).status, 303);
	const [id, ...more] = await idsOf();
	assert.deepEqual(more, []);
	for (const network of ['', '203.0.113.0/24']) {
		for (const span of [-1, 0].map((back) => Math.floor(Date.now() / SAME_WORDS_MS) + back)) {
			const hash = createHash('sha256').update(`sol ${span} ${network} ${body}`).digest('hex');
			assert.notEqual(hash.slice(0, 8), id?.slice(0, 8));
		}
	}
	assert.equal((await sendFrom('198.51.100.7')).status, 303);
	assert.equal(new Set(await idsOf()).size, 2);
});

test('a plain form sent twice from pages with other time stamps is one lead', async () => {
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	for (const stamp of ['a', 'b']) {
		const form = { name: 'Doble Envío', email: 'doble@example.com', 'consent.contact': 'on', 'proof.stamp': stamp };
		assert.equal((await worker.post(new URLSearchParams(form).toString(), { headers })).status, 303);
	}
	const rows = await worker.sql("select number from deliveries where lead like '%Doble Envío%'");
	assert.equal(rows.length, 1);
});
