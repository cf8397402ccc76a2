import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { validLead } from '../../support/lead.ts';
import { type Siteverify, startSiteverify } from '../../support/siteverify.ts';
import { PAGE_ORIGIN, startTestWorker, type TestWorker } from '../../support/worker.ts';

const HOST = 'www.sol.example';

let portal: Portal;
let siteverify: Siteverify;
let worker: TestWorker;

before(async () => {
	portal = await createPortal({ port: 0 });
	siteverify = await startSiteverify();
	worker = await startTestWorker(portal.vendorsUrl, {
		TURNSTILE_URL: siteverify.url,
		TORNO_TURNSTILE_KEY: siteverify.secret,
		TORNO_WRONG_KEY: 'a wrong secret',
		TORNO_DUMMY_1: '1x0000000000000000000000000000000AA',
		TORNO_DUMMY_2: '2x0000000000000000000000000000000AA',
		TORNO_DUMMY_3: '3x0000000000000000000000000000000AA',
	});
});
beforeEach(() => {
	siteverify.behaviour = 'documented';
	siteverify.asked.length = 0;
});
after(async () => {
	await worker.close();
	await siteverify.close();
	await portal.close();
});

const leadWith = (turnstile: string | undefined) => validLead({ proof: { turnstile } });

/** Posts a lead. @returns what it is held for, and what was noticed */
async function screen(
	lead: { id: string },
	site = 'torno',
): Promise<{ heldFor: string | null; signals: string | null }> {
	assert.equal((await worker.post(lead, { site })).status, 202);
	const [row] = await worker.sqlOf<{ heldFor: string | null; signals: string | null }>(
		site,
		`select iif(state = 'held', reason, null) as heldFor, signals from deliveries where lead_id = ?`,
		lead.id,
	);
	assert.ok(row);
	return row;
}

test('a good token of the site’s page lets a lead through, with the lead’s id as its idempotency key', async () => {
	const lead = leadWith(siteverify.mint(HOST, 'lead'));
	assert.deepEqual(await screen(lead), { heldFor: null, signals: null });
	assert.deepEqual(
		siteverify.asked.map(({ secret, idempotency_key }) => [secret, idempotency_key]),
		[[siteverify.secret, lead.id]],
	);
});

test('a lead without a token, with a made-up one, or with one of another page or action is held, not refused', async () => {
	assert.equal((await screen(leadWith(undefined))).heldFor, 'turnstile_missing');
	assert.equal((await screen(leadWith('made up'))).heldFor, 'turnstile_failed');
	assert.equal((await screen(leadWith(siteverify.mint('evil.example', 'lead')))).heldFor, 'turnstile_failed');
	assert.equal((await screen(leadWith(siteverify.mint(`${HOST}.evil.example`, 'lead')))).heldFor, 'turnstile_failed');
	assert.equal((await screen(leadWith(siteverify.mint(HOST, 'login')))).heldFor, 'turnstile_failed');
});

test('a token that let one lead through holds the next', async () => {
	const token = siteverify.mint(HOST, 'lead');
	assert.equal((await screen(leadWith(token))).heldFor, null);
	assert.equal((await screen(leadWith(token))).heldFor, 'turnstile_failed');
});

test('an honest repeat of a stored lead passes with a token that is over, and without any', async () => {
	const lead = leadWith(siteverify.mint(HOST, 'lead'));
	assert.equal((await screen(lead)).heldFor, null);
	assert.equal((await screen({ ...lead, ...{ proof: { turnstile: 'over' } } })).heldFor, null);
	assert.equal((await screen({ ...lead, ...{ proof: undefined } })).heldFor, null);
});

test('a lead goes through, and is marked, while siteverify is broken or refuses our own secret', async () => {
	siteverify.behaviour = 'broken';
	assert.deepEqual(await screen(leadWith('any')), { heldFor: null, signals: 'turnstile_down' });
	siteverify.behaviour = 'documented';
	assert.deepEqual(await screen(leadWith('any'), 'torno-errado'), { heldFor: null, signals: 'turnstile_down' });
	assert.match(worker.logs(), /turnstile_down.*invalid-input-secret/);
});

test('a lead waits for a silent siteverify no longer than its time limit', async () => {
	siteverify.behaviour = 'silent';
	assert.deepEqual(await screen(leadWith('any'), 'torno-impaciente'), { heldFor: null, signals: 'turnstile_down' });
});

test('Cloudflare’s dummy secrets pass, fail and call a token spent, as documented', async () => {
	const heldFor = async (site: string) => (await screen(leadWith('XXXX.DUMMY.TOKEN.XXXX'), site)).heldFor;
	assert.equal(await heldFor('torno-1'), null);
	assert.equal(await heldFor('torno-2'), 'turnstile_failed');
	assert.equal(await heldFor('torno-3'), 'turnstile_failed');
});

test('the challenge names the site key and the action, and no secret', async () => {
	const response = await worker.fetch('/v1/sites/torno/challenge', { headers: { origin: PAGE_ORIGIN } });
	const text = await response.text();
	assert.deepEqual(JSON.parse(text).turnstile, { siteKey: '1x00000000000000000000AA', action: 'lead' });
	assert.ok(!text.includes(siteverify.secret));
});

test('the hosted page allows Cloudflare’s script and frame where its site uses Turnstile, and nowhere else', async () => {
	const policyOf = async (site: string) =>
		(await worker.fetch(`/${site}`)).headers.get('content-security-policy') ?? '';
	assert.match(
		await policyOf('torno'),
		/script-src 'self' https:\/\/challenges\.cloudflare\.com; .*frame-src https:\/\/challenges\.cloudflare\.com/,
	);
	assert.ok(!(await policyOf('puerta')).includes('cloudflare'));
});
