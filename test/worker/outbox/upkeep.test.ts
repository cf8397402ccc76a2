/** What an outbox does beside delivering: alerts, the second way, erasing. Time is moved by changing the rows. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { validLead } from '../../support/lead.ts';
import { type Receiver, startReceiver } from '../../support/receiver.ts';
import { until } from '../../support/until.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

let portal: Portal;
let alerts: Receiver;
let worker: TestWorker;

before(async () => {
	portal = await createPortal({ port: 0 });
	alerts = await startReceiver();
	worker = await startTestWorker(portal.vendorsUrl, { ALERT_WEBHOOK_URL: alerts.url });
});
after(async () => {
	await worker.close();
	await alerts.close();
	await portal.close();
});
beforeEach(async () => {
	await fetch(new URL('/inbox.json', portal.url), { method: 'DELETE' });
	await behave({ mode: 'ok' });
	for (const table of ['deliveries', 'destinations', 'notices', 'erase_later'])
		await worker.sql(`delete from ${table}`);
	await worker.sql("delete from meta where key <> 'site'");
	await worker.evict();
	alerts.bodies.length = 0;
	alerts.status = 200;
});

const behave = (behaviour: object) =>
	fetch(`${portal.vendorsUrl}/easybroker/_behave`, { method: 'POST', body: JSON.stringify(behaviour) });

const texts = () => alerts.bodies.map((body) => (body as { text: string }).text);

async function accepted(change: Record<string, unknown> = {}): Promise<string> {
	const lead = validLead(change);
	assert.equal((await worker.post(lead)).status, 202);
	return lead.id;
}
const inState = (id: string, state: string) =>
	until(`state ${state}`, async () => {
		const rows = await worker.sql<{ state: string }>('select state from deliveries where lead_id = ?', id);
		return rows[0]?.state === state;
	});

/** Lets an outbox find itself so much later than its leads, and wakes it. */
async function later(ms: number): Promise<void> {
	await worker.sql('update deliveries set received_at = received_at - ?, settled_at = settled_at - ?', ms, ms);
	await worker.evict();
}

test('a refused account is told once, however many leads wait, and so is its recovery', async () => {
	await behave({ mode: '401' });
	const first = await accepted();
	await until('the alert', () => texts().length === 1);
	assert.match(texts()[0] ?? '', /site sol, easybroker: stopped\. The account was refused \(HTTP 401\)/);
	await accepted();
	await accepted();

	await behave({ mode: 'ok' });
	// A new secret comes with a new version of the Worker, which starts the outbox anew.
	await worker.evict();
	await accepted();
	await inState(first, 'delivered');
	await until('the recovery', () => texts().length === 2);
	assert.equal(texts()[1], 'Doorstep, site sol, easybroker: all is well again.');
});

test('a stopped destination keeps its leads, sends none, and delivers them all when the account works', async () => {
	await behave({ mode: '401' });
	const ids = [await accepted(), await accepted(), await accepted()];
	await until(
		'the stop',
		async () => (await worker.sql('select 1 from destinations where stopped is not null')).length === 1,
	);
	const refused = portal.inbox.list('easybroker').length;
	await accepted();
	assert.equal(portal.inbox.list('easybroker').length, refused, 'nobody knocks at a closed door');
	await behave({ mode: 'ok' });
	await worker.evict();
	await accepted();
	for (const id of ids) await inState(id, 'delivered');
});

test('a parked lead is told with its reason and id, and those right after it are not', async () => {
	const id = await accepted({ listing: { reference: 'EB-NO0000' } });
	await inState(id, 'parked');
	await accepted({ listing: { reference: 'EB-NO0001' } });
	await until('the alert', () => texts().length > 0);
	assert.ok(texts()[0]?.includes(`lead ${id} needs a person: HTTP 4`));
	assert.equal(texts().length, 1);
});

test('an alert that could not be sent is kept and sent later', async () => {
	alerts.status = 500;
	const id = await accepted({ listing: { reference: 'EB-NO0000' } });
	await inState(id, 'parked');
	await until('the failed try', async () => (await worker.sql('select 1 from notices where tries > 0')).length === 1);
	alerts.status = 200;
	await worker.sql('update notices set due_at = 0');
	await worker.evict();
	await accepted();
	await until('the alert', () => texts().length === 1);
	await until('the end', async () => (await worker.sql('select 1 from notices')).length === 0);
});

test('an alert holds nothing a person typed', async () => {
	const id = await accepted({ listing: { reference: 'EB-NO0000' }, name: 'Canaria Pérez' });
	await inState(id, 'parked');
	await until('the alert', () => texts().length === 1);
	assert.ok(!/Canaria|ana@example|1234 5678/.test(texts()[0] ?? ''));
});

test('a lead its CRM has not taken in an hour goes by the second way, which says so, and is still delivered', async () => {
	await behave({ mode: '429', retryAfter: 600 });
	const id = await accepted();
	await until(
		'the attempt',
		async () => (await worker.sql('select 1 from deliveries where reason is not null')).length > 0,
	);
	assert.equal(portal.inbox.list('webhook').length, 0);
	await later(HOUR_MS);
	await accepted();
	const entry = await until('the second way', () => portal.inbox.list('webhook')[0]);
	const event = entry.body as { data: { lead: { id: string }; lateAt?: string } };
	assert.equal(event.data.lead.id, id);
	assert.equal(event.data.lateAt, 'easybroker');

	await behave({ mode: 'ok' });
	await worker.sql('delete from destinations');
	await worker.sql("update deliveries set due_at = 0 where destination = 'easybroker'");
	await worker.evict();
	await accepted();
	await inState(id, 'delivered');
});

test('a lead that was delivered in time does not go by the second way', async () => {
	const id = await accepted();
	await inState(id, 'delivered');
	await later(2 * HOUR_MS);
	const next = await accepted();
	await inState(next, 'delivered');
	const rows = await worker.sql<{ destination: string }>('select destination from deliveries where lead_id = ?', id);
	assert.deepEqual(
		rows.map(({ destination }) => destination),
		['easybroker'],
	);
});

test('a delivered lead loses its personal data after thirty days, and keeps id, state, times and consent', async () => {
	const id = await accepted({ name: 'Canaria Pérez' });
	await inState(id, 'delivered');
	await later(31 * DAY_MS);
	await inState(await accepted(), 'delivered');
	const [row] = await until('the erasing', async () => {
		const rows = await worker.sql<{ lead: string; state: string; reference: string }>(
			'select lead, state, reference from deliveries where lead_id = ? and lead like \'%"erased":true%\'',
			id,
		);
		return rows.length > 0 && rows;
	});
	const skeleton = JSON.parse(row?.lead ?? '');
	assert.deepEqual(Object.keys(skeleton).sort(), ['consent', 'erased', 'id', 'language', 'receipt', 'receivedAt']);
	assert.equal(skeleton.consent[0].given, true);
	assert.equal(row?.state, 'delivered');
	const rows = JSON.stringify(await worker.sql('select * from deliveries where lead_id = ?', id));
	assert.ok(!/Canaria|ana@example|5678/.test(rows));
});

test('a lead that is delivered late is kept for its own thirty days', async () => {
	await behave({ mode: '429', retryAfter: 600 });
	const id = await accepted();
	await until(
		'the attempt',
		async () => (await worker.sql('select 1 from deliveries where reason is not null')).length > 0,
	);
	// Its turn comes, and passes, while it still waits.
	await worker.sql("insert into meta (key, value) values ('erased_to', '1000000')");
	await behave({ mode: 'ok' });
	await worker.sql('delete from destinations');
	await worker.sql('update deliveries set due_at = 0');
	await worker.evict();
	await accepted();
	await inState(id, 'delivered');
	await until('the note', async () => (await worker.sql('select 1 from erase_later')).length > 0);
	const [row] = await worker.sql<{ lead: string }>('select lead from deliveries where lead_id = ?', id);
	assert.ok(JSON.parse(row?.lead ?? '').name);
	await worker.sql('update erase_later set erase_at = 0');
	await worker.evict();
	await accepted();
	await until('the erasing', async () => {
		const [now] = await worker.sql<{ lead: string }>('select lead from deliveries where lead_id = ?', id);
		return JSON.parse(now?.lead ?? '{}').erased;
	});
});

test('parked leads are kept whole, however old they are', async () => {
	const id = await accepted({ listing: { reference: 'EB-NO0000' } });
	await inState(id, 'parked');
	await later(400 * DAY_MS);
	await inState(await accepted(), 'delivered');
	const [row] = await worker.sql<{ lead: string }>('select lead from deliveries where lead_id = ?', id);
	assert.equal(JSON.parse(row?.lead ?? '').name, 'Ana Silva');
});
