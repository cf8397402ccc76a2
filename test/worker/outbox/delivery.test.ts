import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
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
	await behave({ mode: 'ok' });
	await worker.sql('delete from deliveries');
	await worker.sql('delete from destinations');
	await worker.evict();
});

const behave = (behaviour: object) =>
	fetch(`${portal.vendorsUrl}/easybroker/_behave`, { method: 'POST', body: JSON.stringify(behaviour) });

type Row = {
	number: number;
	state: string;
	attempts: number;
	tries: number;
	reason: string | null;
	due_at: number;
	reference: string;
};
const rowOf = async (id: string) => (await worker.sql<Row>('select * from deliveries where lead_id = ?', id))[0];
const inState = (id: string, state: string) =>
	until(`state ${state}`, async () => {
		const row = await rowOf(id);
		return row?.state === state && row;
	});
/** Brings a waiting delivery's time forward and wakes the outbox by another lead. */
async function hasten(id: string) {
	await worker.sql('update deliveries set due_at = 0 where lead_id = ?', id);
	await worker.post(validLead());
}
const sent = (id: string) =>
	portal.inbox.list('easybroker').filter((entry) => entry.method === 'POST' && JSON.stringify(entry.body).includes(id));

async function accepted(): Promise<string> {
	const lead = validLead();
	assert.equal((await worker.post(lead)).status, 202);
	return lead.id;
}

test('a vendor that is down changes nothing for the visitor, and has the lead when it is back', async () => {
	await behave({ mode: '500', scope: 'all' });
	const id = await accepted();
	const row = await until('a later time to try', async () => {
		const now = await rowOf(id);
		return now?.state === 'confirming' && now.due_at > Date.now() && now;
	});
	assert.equal(row.reason, 'HTTP 500');

	await behave({ mode: 'ok' });
	await hasten(id);
	await inState(id, 'delivered');
	assert.deepEqual(
		sent(id).map(({ status }) => status),
		[500, 200],
	);
});

test('a vendor that asks to wait is left in peace for that long', async () => {
	await behave({ mode: '429', retryAfter: 120 });
	const id = await accepted();
	const row = await until('the attempt', async () => {
		const now = await rowOf(id);
		return now?.reason === 'HTTP 429' && now;
	});
	assert.equal(row.state, 'queued');
	assert.ok(row.due_at - Date.now() > 110_000);
});

test('a lead that arrived though the answer was lost is looked up and not sent twice', async () => {
	await behave({ mode: 'reset', afterTaking: true, times: 1 });
	const id = await accepted();
	await until('the attempt', async () => (await rowOf(id))?.state === 'confirming');
	await hasten(id);
	await inState(id, 'delivered');
	assert.equal(sent(id).length, 1);
});

test('a vendor that never answers is given up on in time, looked up, and sent the lead again', async () => {
	await behave({ mode: 'hang', times: 1 });
	const id = await accepted();
	await inState(id, 'delivered');
	assert.equal(sent(id).length, 2);
	assert.equal((await rowOf(id))?.attempts, 2);
});

test('a web page answered with 200 is not taken for a delivery', async () => {
	await behave({ mode: 'html' });
	const id = await accepted();
	const row = await inState(id, 'confirming');
	assert.match(row.reason ?? '', /without a JSON body/);
});

test('a lead the vendor refuses for good is parked with the reason and kept whole', async () => {
	const lead = validLead({ listing: { reference: 'EB-NO0000' } });
	await worker.post(lead);
	const row = await inState(lead.id, 'parked');
	assert.match(row.reason ?? '', /HTTP 4\d\d/);
	const [stored] = await worker.sql<{ lead: string }>('select lead from deliveries where lead_id = ?', lead.id);
	assert.equal(JSON.parse(stored?.lead ?? '').message, lead.message);
});

test('one hanging lead does not hold up the next', async () => {
	await behave({ mode: 'hang', times: 1 });
	const hanging = await accepted();
	await until('the hanging call', () => sent(hanging).length === 1);
	const next = await accepted();
	await inState(next, 'delivered');
	assert.notEqual((await rowOf(hanging))?.state, 'delivered');
});

test('a vendor that takes no lead, though its list works, is left in peace', async () => {
	const stored = await accepted();
	await inState(stored, 'delivered');
	await behave({ mode: '500' });
	// A lead the vendor has not got, late in its schedule, so that no retry of its own comes between.
	await worker.sql(
		`insert into deliveries (lead_id, destination, body_hash, lead, received_at, state, due_at, attempts, tries)
		select 'lost', destination, '', lead, received_at, 'confirming', 0, 1, 6 from deliveries`,
	);
	const calls = (method: string) => portal.inbox.list('easybroker').filter((entry) => entry.method === method).length;
	const comeDue = async () => {
		await worker.sql("update deliveries set due_at = 0 where lead_id = 'lost'");
		await worker.evict();
		await worker.fetch(`/v1/sites/sol/leads/${stored}`);
	};
	for (let attempts = 2; attempts <= 6; attempts++) {
		await comeDue();
		// Looked up, which succeeds, and sent once more, which fails.
		await until(`attempt ${attempts}`, async () => {
			const row = await rowOf('lost');
			return row?.attempts === attempts && row.state === 'confirming' && row.due_at > Date.now();
		});
	}
	const before = { posts: calls('POST'), gets: calls('GET') };
	assert.equal(before.posts, 6);

	await comeDue();
	const fresh = await accepted();
	const row = await rowOf(fresh);
	assert.deepEqual({ state: row?.state, attempts: row?.attempts }, { state: 'queued', attempts: 0 });
	assert.deepEqual({ posts: calls('POST'), gets: calls('GET') }, before);
});

test('a lead that was tried before does not wait for the whole backlog', async () => {
	const stored = await accepted();
	await inState(stored, 'delivered');
	// Sixty that came before it wait for their first attempt; its own second one is due later than theirs.
	await worker.sql(
		`insert into deliveries (lead_id, destination, body_hash, lead, received_at, state, due_at, attempts)
		select 'lead-' || n, destination, '', lead, received_at, 'queued', iif(n = 61, due_at, n), n = 61
		from deliveries, (with recursive c (n) as (select 1 union all select n + 1 from c where n < 61) select n from c)`,
	);
	const number = Number((await rowOf('lead-61'))?.number);
	await worker.evict();
	await worker.fetch(`/v1/sites/sol/leads/${stored}`, { headers: { origin: PAGE_ORIGIN } });
	const posts = () => portal.inbox.list('easybroker').filter(({ method }) => method === 'POST');
	await until('all of them', () => posts().length >= 62);
	const at = posts().findIndex(({ body }) => (body as { remote_id: number }).remote_id === number);
	assert.ok(at >= 1 && at < 20, `it was the ${at}th`);
});

test('leads wait through an eviction and go out by the alarm alone', async () => {
	await behave({ mode: '429', retryAfter: 1, times: 1 });
	const id = await accepted();
	await until('the attempt', async () => (await rowOf(id))?.reason === 'HTTP 429');
	await worker.evict();
	await until('the delivery', () => sent(id).some(({ status }) => status === 200));
});

test('without its secret a lead is kept, and the reason names the secret', async () => {
	const without = await startTestWorker(portal.vendorsUrl, { SOL_EASYBROKER_KEY: '' });
	try {
		const lead = validLead();
		assert.equal((await without.post(lead)).status, 202);
		const row = await until('the attempt', async () => {
			const [now] = await without.sql<Row>('select * from deliveries');
			return now?.reason ? now : undefined;
		});
		assert.equal(row.state, 'queued');
		assert.match(row.reason ?? '', /SOL_EASYBROKER_KEY is not set: run "wrangler secret put/);
		assert.equal(portal.inbox.list('easybroker').length, 0);
	} finally {
		await without.close();
	}
});
