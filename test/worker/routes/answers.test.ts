import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { ANSWERS_GRACE_MS } from '../../../worker/routes/leads.ts';
import { validLead } from '../../support/lead.ts';
import { until } from '../../support/until.ts';
import { PAGE_ORIGIN, startTestWorker, type TestWorker } from '../../support/worker.ts';

let portal: Portal;
let worker: TestWorker;

before(async () => {
	portal = await createPortal({ port: 0 });
	worker = await startTestWorker(portal.vendorsUrl);
});
after(async () => {
	await worker.close();
	await portal.close();
});
beforeEach(async () => {
	await fetch(new URL('/inbox.json', portal.url), { method: 'DELETE' });
});

const answer = (id: string, body: unknown) =>
	worker.fetch(`/v1/sites/sol/leads/${id}/answers`, {
		method: 'POST',
		headers: { origin: PAGE_ORIGIN, 'content-type': 'text/plain' },
		body: JSON.stringify(body),
	});
const messages = () =>
	portal.inbox.list('easybroker').map(({ body }) => String((body as { message?: unknown }).message));

/** Stores a lead that waits for answers. */
async function unfinished(): Promise<string> {
	const lead = validLead({ unfinished: true });
	assert.equal((await worker.post(lead)).status, 202);
	return lead.id;
}

test('an unfinished lead waits for answers and goes out once, with all of them', async () => {
	const id = await unfinished();
	assert.equal((await answer(id, { wishes: { priceMax: 3000000 }, intent: ['buy'] })).status, 202);
	assert.equal((await answer(id, { wishes: { bedroomsMin: 2 } })).status, 202);
	assert.equal(portal.inbox.list('easybroker').length, 0);
	assert.equal((await answer(id, { finished: true })).status, 202);
	await until('the lead', () => messages().length === 1);
	for (const row of ['Precio hasta: 3000000', 'Recámaras, mínimo: 2', 'Quiero: Comprar']) {
		assert.ok(messages()[0]?.includes(row), row);
	}
});

test('a visitor who leaves after the first step is a lead, not a loss: it goes out after the grace time', async () => {
	const id = await unfinished();
	const [row] = await worker.sql<{ due_at: number; received_at: number }>(
		'select due_at, received_at from deliveries where lead_id = ?',
		id,
	);
	assert.equal((row?.due_at ?? 0) - (row?.received_at ?? 0), ANSWERS_GRACE_MS);
	await worker.sql('update deliveries set due_at = 0 where lead_id = ?', id);
	await worker.post(validLead());
	await until('the lead', () => messages().some((message) => message.includes(id)));
});

test('what is answered after the lead has gone is refused, saying what to do', async () => {
	const id = await unfinished();
	await answer(id, { finished: true });
	await until('the lead', () => messages().length === 1);
	const late = await answer(id, { wishes: { bedroomsMin: 3 } });
	const problem = (await late.json()) as { code: string; detail: string };
	assert.deepEqual([late.status, problem.code], [409, 'already_sent']);
	assert.match(problem.detail, /new lead, with a new id/);
});

test('the last answers sent again, because nobody heard that they were added, are added already', async () => {
	const id = await unfinished();
	const last = { wishes: { bedroomsMin: 2 }, intent: ['buy'], finished: true };
	assert.equal((await answer(id, last)).status, 202);
	await until('the lead', () => messages().length === 1);
	assert.equal((await answer(id, last)).status, 202);
	assert.equal(messages().length, 1);
});

test('answers to a lead that nobody sent are refused', async () => {
	assert.equal((await answer('3f2b8a52-5a6e-4a0b-9a9e-0a4f7c1f2d11', { intent: ['buy'] })).status, 404);
});

test('answers are checked like the lead itself, and a refusal changes nothing', async () => {
	const id = await unfinished();
	const refused = await answer(id, { wishes: { priceMin: 5, priceMax: 4 }, foo: 1 });
	const { issues } = (await refused.json()) as { issues: unknown };
	assert.equal(refused.status, 422);
	assert.deepEqual(issues, [{ field: 'foo', code: 'unknown_field' }]);
	const [row] = await worker.sql<{ lead: string }>('select lead from deliveries where lead_id = ?', id);
	assert.equal(JSON.parse(row?.lead ?? '').wishes, undefined);
});

test('whoever holds the id is told where the lead stands, and nothing personal', async () => {
	const lead = validLead();
	await worker.post(lead);
	const status = await until('the delivery', async () => {
		const response = await worker.fetch(`/v1/sites/sol/leads/${lead.id}`, { headers: { origin: PAGE_ORIGIN } });
		const now = (await response.json()) as { state: string };
		return now.state === 'delivered' && now;
	});
	assert.deepEqual(status, { id: lead.id, state: 'delivered' });
});

test('a lead held on suspicion reads like one that waits', async () => {
	const id = await unfinished();
	await worker.sql("update deliveries set state = 'held' where lead_id = ?", id);
	const response = await worker.fetch(`/v1/sites/sol/leads/${id}`);
	assert.deepEqual(await response.json(), { id, state: 'queued' });
});

test('the state of a lead that nobody sent is not known', async () => {
	assert.equal((await worker.fetch('/v1/sites/sol/leads/3f2b8a52-5a6e-4a0b-9a9e-0a4f7c1f2d11')).status, 404);
});
