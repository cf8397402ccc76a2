import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEMO_SECRETS } from '../../demo/demo-secrets.ts';
import { until } from '../support/until.ts';
import { startPortal } from './start.ts';

const PATH = '/integration_partners/contact_requests';
const HEADERS = { 'X-Authorization': DEMO_SECRETS.SOL_EASYBROKER_KEY, 'Country-Code': 'MX' };
const LEAD = { property_id: 'EB-AB1234', email: 'ana@example.com', message: 'Hola', remote_id: 1 };

describe('a vendor told to misbehave', () => {
	const { ask, behave, inbox, held } = startPortal();
	const send = (signal?: AbortSignal) => ask(PATH, { json: LEAD, headers: HEADERS, ...(signal && { signal }) });

	for (const mode of ['401', '403', '429', '500', '503']) {
		test(`answers ${mode} and stores nothing`, async () => {
			await behave({ mode });
			assert.equal((await send()).status, Number(mode));
			assert.deepEqual(await held(), []);
			assert.equal((await inbox())[0]?.status, Number(mode));
		});
	}

	test('says after how long to come back, in seconds or as a date', async () => {
		await behave({ mode: '429', retryAfter: 7 });
		assert.equal((await send()).headers.get('retry-after'), '7');
		await behave({ mode: '503', retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' });
		assert.equal((await send()).headers.get('retry-after'), 'Wed, 21 Oct 2026 07:28:00 GMT');
	});

	test('answers a login page with 200', async () => {
		await behave({ mode: 'html' });
		const { status, headers, text } = await send();
		assert.equal(status, 200);
		assert.match(headers.get('content-type') ?? '', /^text\/html/);
		assert.match(text, /<form/);
		assert.deepEqual(await held(), []);
	});

	test('answers an empty 200', async () => {
		await behave({ mode: 'empty' });
		const { status, text } = await send();
		assert.deepEqual([status, text], [200, '']);
	});

	test('sends elsewhere', async () => {
		await behave({ mode: 'redirect' });
		const { status, headers } = await send();
		assert.deepEqual([status, headers.get('location')], [302, '/vendors/login']);
	});

	test('answers more than anyone should read', async () => {
		await behave({ mode: 'oversize' });
		assert.ok((await send()).text.length > 2_000_000);
	});

	test('resets the connection after it read the request, and stores nothing', async () => {
		await behave({ mode: 'reset' });
		await assert.rejects(send());
		const [entry] = await inbox();
		assert.deepEqual(entry?.body, LEAD);
		assert.equal(entry?.status, 0);
		assert.deepEqual(await held(), []);
	});

	test('resets the connection after it stored the lead', async () => {
		await behave({ mode: 'reset', afterTaking: true });
		await assert.rejects(send());
		assert.equal((await held()).length, 1);
	});

	test('never answers', async () => {
		await behave({ mode: 'hang' });
		const patience = new AbortController();
		const sent = send(patience.signal);
		sent.catch(() => undefined);
		while ((await inbox())[0]?.status !== 0);
		patience.abort();
		await assert.rejects(sent, { name: 'AbortError' });
		assert.deepEqual(await held(), []);
	});

	test('answers 500 after it stored the lead', async () => {
		await behave({ mode: '500', afterTaking: true });
		assert.equal((await send()).status, 500);
		assert.equal((await held()).length, 1);
	});

	test('stores nothing that it would refuse, even after taking', async () => {
		await behave({ mode: '500', afterTaking: true });
		await ask(PATH, { json: { ...LEAD, remote_id: 'x' }, headers: HEADERS });
		assert.deepEqual(await held(), []);
	});

	test('takes its time, then answers as ever', async () => {
		await behave({ mode: 'slow', delayMs: 120 });
		const start = performance.now();
		assert.equal((await send()).status, 200);
		assert.ok(performance.now() - start >= 115);
	});

	test('answers what it takes its time with as soon as it is told to behave', async () => {
		await behave({ mode: 'slow', delayMs: 600_000 });
		const answer = send();
		await until('the request', async () => (await inbox()).length > 0);
		await behave({ mode: 'ok' });
		assert.equal((await answer).status, 200);
	});

	test('misbehaves so many times only', async () => {
		await behave({ mode: '500', times: 2 });
		assert.deepEqual([(await send()).status, (await send()).status, (await send()).status], [500, 500, 200]);
	});

	test('still answers look-ups, unless told otherwise', async () => {
		await behave({ mode: '500' });
		assert.equal((await ask(PATH, { headers: HEADERS })).status, 200);
		await behave({ mode: '500', scope: 'all' });
		assert.equal((await ask(PATH, { headers: HEADERS })).status, 500);
	});

	test('behaves again when told so', async () => {
		await behave({ mode: '500' });
		await behave({ mode: 'ok' });
		assert.equal((await send()).status, 200);
	});

	test('says how it behaves', async () => {
		await behave({ mode: 500, times: 3 });
		const { json } = await ask('/_behave');
		assert.deepEqual([json.mode, json.times, json.scope], ['500', 3, 'leads']);
	});

	for (const [why, manners] of Object.entries({
		'an unknown mode': { mode: 'dance' },
		'an unknown field': { mode: 'ok', loud: true },
		'a wrong type': { mode: 'ok', times: 'often' },
		"another vendor's manners": { jobs: 'failure' },
	})) {
		test(`refuses ${why}, says why, and stays as it was`, async () => {
			await behave({ mode: '503' });
			const { status, json } = await behave(manners);
			assert.equal(status, 400);
			assert.equal(json.issues.length, 1);
			assert.equal((await send()).status, 503);
		});
	}

	test('refuses manners that are no JSON', async () => {
		assert.equal((await ask('/_behave', { text: 'mode=ok' })).status, 400);
	});
});
