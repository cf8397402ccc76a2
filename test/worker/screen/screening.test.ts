import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { issueStamp } from '../../../worker/screen/stamp.ts';
import { validLead } from '../../support/lead.ts';
import { until } from '../../support/until.ts';
import { PAGE_ORIGIN, startTestWorker, type TestWorker } from '../../support/worker.ts';

const GUARD_KEY = 'a key of the tests';
const PLAIN = { 'content-type': 'application/x-www-form-urlencoded' };

let portal: Portal;
let worker: TestWorker;

before(async () => {
	portal = await createPortal({ port: 0 });
	worker = await startTestWorker(portal.vendorsUrl, { GUARD_KEY });
});
after(async () => {
	await worker.close();
	await portal.close();
});

let visitors = 0;

/** A lead of a visitor of one's own, who has looked at the page for a minute. */
async function visitorsLead(change: Record<string, unknown> = {}, site = 'puerta') {
	const stamp = await issueStamp({ GUARD_KEY }, site, Date.now() - 60_000);
	const person = { email: `visitor${++visitors}@example.com`, phone: undefined };
	return validLead({ ...person, proof: { stamp }, ...change });
}

/** Posts a lead. @returns how it is stored: its state and reason */
async function screen(lead: { id: string }, site = 'puerta', headers = {}) {
	const response = await worker.post(lead, { site, headers });
	assert.deepEqual([response.status, ((await response.json()) as { id: string }).id], [202, lead.id]);
	return stored(lead.id, site);
}
async function stored(id: string, site = 'puerta') {
	const [row] = await worker.sqlOf<{ state: string; reason: string | null; signals: string | null; lead: string }>(
		site,
		`select state, iif(state = 'held', reason, null) as reason, signals, lead from deliveries where lead_id = ?`,
		id,
	);
	assert.ok(row);
	return row;
}
const arrived = (id: string) => portal.inbox.list('webhook').some(({ body }) => JSON.stringify(body).includes(id));

test('a visitor’s lead goes out, and nothing is noticed about it', async () => {
	const lead = await visitorsLead();
	const { signals } = await screen(lead);
	assert.equal(signals, null);
	await until('the lead', () => arrived(lead.id));
});

test('a filled trap holds a lead, which is answered like any other and reads like one that waits', async () => {
	const { proof } = await visitorsLead();
	const lead = await visitorsLead({ proof: { ...proof, trap: 'https://spam.example' } });
	const { state, reason, lead: kept } = await screen(lead);
	assert.deepEqual([state, reason], ['held', 'trap_filled']);
	assert.ok(!kept.includes('spam.example'), 'the proof is no part of the lead');
	const status = await worker.fetch(`/v1/sites/puerta/leads/${lead.id}`, { headers: { origin: PAGE_ORIGIN } });
	assert.deepEqual(await status.json(), { id: lead.id, state: 'queued' });
});

test('a held lead goes out when a person releases it, and not before', async () => {
	const lead = await visitorsLead({ name: 'www.spam.example' });
	assert.equal((await screen(lead)).reason, 'name_with_link');
	const after = await visitorsLead();
	await screen(after);
	await until('a lead after it', () => arrived(after.id));
	assert.equal(arrived(lead.id), false);
	const [row] = await worker.sqlOf<{ number: number }>(
		'puerta',
		'select number from deliveries where lead_id = ?',
		lead.id,
	);
	const release = await worker.fetch(`/v1/console/leads/puerta/${row?.number}/release`, {
		method: 'POST',
		headers: { authorization: 'Bearer demo-console-token-0123456789abcdef' },
	});
	assert.equal(release.status, 200);
	await until('the released lead', () => arrived(lead.id));
});

test('signals that hold only together are kept with a lead that passes', async () => {
	const lead = await visitorsLead({ proof: {}, message: 'Vean https://spam.example' });
	const { signals, reason } = await screen(lead);
	assert.deepEqual([signals, reason], ['stamp_missing link', null]);
});

test('a program that sends neither stamp nor what browsers send is held', async () => {
	const lead = await visitorsLead({ proof: undefined });
	const response = await worker.fetch('/v1/sites/puerta/leads', { method: 'POST', body: JSON.stringify(lead) });
	assert.equal(response.status, 202);
	assert.match((await stored(lead.id)).reason ?? '', /^stamp_missing no_origin no_fetch_metadata$/);
});

test('a stamp that comes back with other people is held from the third on', async () => {
	const { proof } = await visitorsLead();
	const states: string[] = [];
	for (let i = 0; i < 3; i++) states.push((await screen(await visitorsLead({ proof }))).reason ?? 'none');
	assert.deepEqual(states, ['none', 'none', 'stamp_replayed']);
});

test('the same long text from one person after the other is held, whatever numbers it has', async () => {
	const text = 'Posicionamos su inmobiliaria en la primera página de todos los buscadores, llame hoy mismo al';
	const reasons: string[] = [];
	for (let i = 0; i < 10; i++)
		reasons.push((await screen(await visitorsLead({ message: `${text} ${i}` }))).reason ?? '');
	assert.deepEqual(reasons, [...Array(8).fill(''), 'flooding_text', 'flooding_text']);
});

test('everybody may send the message the form begins with', async () => {
	for (let i = 0; i < 10; i++) {
		const message = 'Me interesa Departamento en Roma Norte con terraza. Quisiera recibir más información.';
		assert.equal((await screen(await visitorsLead({ message }))).signals, null);
	}
});

test('a site without scores holds nothing for its looks', async () => {
	const lead = await visitorsLead({ name: 'www.spam.example', proof: { trap: 'x' } }, 'libre');
	const { state, signals } = await screen(lead, 'libre');
	assert.notEqual(state, 'held');
	assert.match(signals ?? '', /trap_filled/);
});

test('answers that advertise hold the lead they came to, and the visitor hears nothing of it', async () => {
	const lead = await visitorsLead({ unfinished: true });
	assert.equal((await screen(lead)).state, 'queued');
	const response = await worker.fetch(`/v1/sites/puerta/leads/${lead.id}/answers`, {
		method: 'POST',
		headers: { origin: PAGE_ORIGIN },
		body: JSON.stringify({ message: '[url=x] https://a.example https://b.example https://c.example', finished: true }),
	});
	assert.equal(response.status, 202);
	const { state, reason } = await stored(lead.id);
	assert.deepEqual([state, reason], ['held', 'many_links markup']);
});

test('a held lead that waits for answers takes them, for a person to read', async () => {
	const { proof } = await visitorsLead();
	const lead = await visitorsLead({ unfinished: true, proof: { ...proof, trap: 'x' } });
	assert.equal((await screen(lead)).state, 'held');
	const answer = () =>
		worker.fetch(`/v1/sites/puerta/leads/${lead.id}/answers`, {
			method: 'POST',
			headers: { origin: PAGE_ORIGIN },
			body: JSON.stringify({ wishes: { priceMax: 7 }, finished: true }),
		});
	assert.deepEqual([(await answer()).status, (await answer()).status], [202, 202]);
	const row = await stored(lead.id);
	assert.deepEqual([row.state, JSON.parse(row.lead).wishes.priceMax], ['held', 7]);
});

test('a site’s caps hold what is over them, and let leads through again later', async () => {
	const send = async () => (await screen(await visitorsLead({}, 'tope'), 'tope')).reason;
	const backdate = async (ms: number) => {
		await worker.sqlOf('tope', 'update deliveries set received_at = received_at - ?', ms);
	};
	assert.deepEqual([await send(), await send(), await send(), await send()], [null, null, null, 'over_minute_cap']);
	await backdate(60_000);
	assert.deepEqual([await send(), await send()], [null, 'over_day_cap']);
	await backdate(24 * 60 * 60 * 1000);
	assert.equal(await send(), null);
});

test('the operator is told of the first held lead, once an hour', () => {
	const alerts = worker
		.logs()
		.split('\n')
		.filter((line) => line.includes('is held as suspected spam') && line.includes('site puerta'));
	assert.equal(alerts.length, 1);
});

test('the hosted page gives its plain form a stamp and a trap that no person comes to', async () => {
	const page = await (await worker.fetch('/puerta?listing=EB-AB1234')).text();
	const [, stamp] = /name="proof\.stamp" value="([^"]+)"/.exec(page) ?? [];
	assert.match(page, /<div class="unseen" aria-hidden="true">.*name="website" tabindex="-1" autocomplete="off"/);
	const post = async (change: Record<string, string>) => {
		const name = `Plano ${++visitors}`;
		const form = { name, email: `plano${visitors}@example.com`, 'proof.stamp': stamp ?? '', website: '', ...change };
		const response = await worker.post(new URLSearchParams(form).toString(), { site: 'puerta', headers: PLAIN });
		assert.equal(response.status, 303);
		const [row] = await worker.sqlOf<{ state: string; reason: string | null; signals: string | null }>(
			'puerta',
			`select state, iif(state = 'held', reason, null) as reason, signals from deliveries where lead like '%${name}%'`,
		);
		return row;
	};
	assert.match((await post({}))?.signals ?? '', /^(stamp_too_young)?$/);
	assert.equal((await post({ website: 'x' }))?.reason?.startsWith('trap_filled'), true);
});

test('a challenge is never cached, and its stamp passes', async () => {
	const response = await worker.fetch('/v1/sites/puerta/challenge', { headers: { origin: PAGE_ORIGIN } });
	assert.equal(response.headers.get('cache-control'), 'no-store');
	assert.equal(response.headers.get('access-control-allow-origin'), PAGE_ORIGIN);
	const proof = (await response.json()) as { stamp: string };
	assert.deepEqual(Object.keys(proof), ['stamp']);
	assert.match((await screen(await visitorsLead({ proof }))).signals ?? '', /^(stamp_too_young)?$/);
});
