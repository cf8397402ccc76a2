import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet } from 'jose';
import type { Form } from '../../../contract/form.ts';
import type { Lead } from '../../../contract/lead.ts';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import type { Receipt } from '../../../worker/receipt/receipt.ts';
import { DEMO_ENV } from '../../support/demo-env.ts';
import { validLead } from '../../support/lead.ts';
import { makeReceiptKey } from '../../support/receipt-key.ts';
import { until } from '../../support/until.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';

const KEYS = '/.well-known/doorstep-receipts.json';
const FIRST_KEY = makeReceiptKey();

let portal: Portal;
let worker: TestWorker;

before(async () => {
	portal = await createPortal({ port: 0 });
	worker = await startTestWorker(portal.vendorsUrl, { RECEIPT_KEY: FIRST_KEY });
});
after(async () => {
	await worker.close();
	await portal.close();
});

const keysOf = async (from: TestWorker) => (await (await from.fetch(KEYS)).json()) as JSONWebKeySet;

/** Verifies as a stranger would: with jose, and nothing but the published keys. */
async function verify(sealed: string, keys: JSONWebKeySet): Promise<Receipt> {
	const { payload } = await compactVerify(sealed, createLocalJWKSet(keys), { algorithms: ['EdDSA'] });
	return JSON.parse(new TextDecoder().decode(payload)) as Receipt;
}

/** The consents a form asks for, as the widget answers them. */
async function answersTo(site: string, lang: string, ...given: string[]): Promise<Lead['consent']> {
	const form = (await (await worker.fetch(`/v1/sites/${site}/form?lang=${lang}`)).json()) as Form;
	return form.consent.map(({ purpose, wordingId, wordingHash }) => ({
		purpose,
		given: given.includes(purpose),
		wordingId,
		wordingHash,
	}));
}

/** Sends a lead as a page would; gives its id and the path of its receipt. */
async function sent(
	change: Record<string, unknown> = {},
	{
		site = 'sol',
		headers = {},
		to = worker,
	}: { site?: string; headers?: Record<string, string>; to?: TestWorker } = {},
): Promise<{ id: string; receipt: string }> {
	// Other words each time: the same ones again would be the same lead.
	const response = await to.post(validLead({ message: randomUUID(), ...change }), { site, headers });
	assert.equal(response.status, 202, await response.clone().text());
	return (await response.json()) as { id: string; receipt: string };
}

const sealedOf = async (path: string, from = worker) => {
	const response = await from.fetch(path);
	assert.equal(response.status, 200);
	return response.text();
};

test('the receipt of a lead verifies with the published key and says what was answered, refusals too', async () => {
	const before = Math.floor(Date.now() / 1000);
	const consent = await answersTo('canales', 'es', 'contact', 'marketing.text');
	const { id, receipt: path } = await sent(
		{ consent, attribution: { page: 'https://www.sol.example/piso?utm_source=x' } },
		{ site: 'canales' },
	);
	const receipt = await verify(await sealedOf(path), await keysOf(worker));
	assert.ok(receipt.iat >= before && receipt.iat <= Date.now() / 1000, 'the Worker’s own time');
	assert.deepEqual(
		[receipt.lead, receipt.site, receipt.siteName, receipt.language, receipt.page],
		[id, 'canales', 'Casas por Canal', 'es', 'https://www.sol.example/piso'],
	);
	assert.deepEqual(
		receipt.consents.map(({ purpose, channel, given, verified, words }) => [purpose, channel, given, verified, words]),
		[
			['contact', undefined, true, true, 'Acepto que Casas por Canal me responda.'],
			['contact', 'call', false, true, 'Acepto llamadas sobre este inmueble.'],
			['marketing', 'text', true, true, 'Acepto ofertas por SMS.'],
		],
	);
});

test('words in another language than the site’s are sealed as they were shown', async () => {
	const consent = await answersTo('canales', 'en', 'contact');
	const { receipt } = await sent({ consent, language: 'en' }, { site: 'canales' });
	const { consents, language } = await verify(await sealedOf(receipt), await keysOf(worker));
	assert.deepEqual(
		[language, ...consents.map(({ language, words }) => [language, words])],
		[
			'en',
			['en', 'Casas por Canal may answer me.'],
			['es', 'Acepto llamadas sobre este inmueble.'],
			['en', 'I accept offers by text message.'],
		],
	);
});

test('the agency’s receiver takes the lead with the very receipt the visitor gets', async () => {
	const { id, receipt } = await sent({}, { site: 'canales' });
	const lead = await until('the delivery', () => {
		const entry = portal.inbox.list('webhook').find(({ body }) => JSON.stringify(body).includes(id));
		assert.ok((entry?.status ?? 200) < 300, `the receiver refused it: ${entry?.status}`);
		return entry?.status ? (entry.body as { data: { lead: Lead } }).data.lead : undefined;
	});
	assert.equal(lead.receipt, await sealedOf(receipt));
});

test('the receipt comes as a file of its own and holds nothing that names the visitor', async () => {
	const { id, receipt } = await sent({ name: 'Canaria Pérez', email: 'canaria@example.com' });
	const response = await worker.fetch(receipt);
	assert.equal(response.headers.get('content-type'), 'application/jose');
	assert.equal(response.headers.get('content-disposition'), `attachment; filename="consent-sol-${id}.jws"`);
	assert.equal(response.headers.get('cache-control'), 'no-store');
	const [header, payload] = (await response.text()).split('.').slice(0, 2);
	const text = [header, payload].map((part) => Buffer.from(part ?? '', 'base64url').toString()).join();
	assert.ok(!/canaria|5678|sábado/i.test(text), text);
	assert.equal(decodeProtectedHeader(`${header}..`).typ, 'doorstep-receipt+jws');
});

test('a receipt that was tampered with does not verify', async () => {
	const { receipt } = await sent({
		consent: [
			{ purpose: 'contact', given: true },
			{ purpose: 'marketing', given: false },
		],
	});
	const [header, payload, signature] = (await sealedOf(receipt)).split('.') as [string, string, string];
	const said = Buffer.from(payload, 'base64url').toString();
	const changed = Buffer.from(said.replace('"given":false', '"given":true')).toString('base64url');
	assert.notEqual(changed, payload);
	await assert.rejects(
		verify([header, changed, signature].join('.'), await keysOf(worker)),
		errors.JWSSignatureVerificationFailed,
	);
});

test('the same lead again keeps the receipt it has', async () => {
	const lead = validLead({ message: randomUUID() });
	const path = `/v1/sites/sol/leads/${lead.id}/receipt`;
	assert.equal((await worker.post(lead)).status, 202);
	const first = await sealedOf(path);
	// Signed at another second, it would be another receipt.
	await until(
		'the next second',
		() => Math.floor(Date.now() / 1000) > (JSON.parse(atob(first.split('.')[1] ?? '')) as Receipt).iat,
	);
	assert.equal((await worker.post(lead)).status, 202);
	assert.equal(await sealedOf(path), first);
});

test('after a change of key old receipts verify still, and new ones are signed with the new key', async () => {
	const old = await sealedOf((await sent()).receipt);
	const retired = JSON.stringify(await keysOf(worker));
	const next = await startTestWorker(portal.vendorsUrl, {
		RECEIPT_KEY: makeReceiptKey(),
		RECEIPT_RETIRED_KEYS: retired,
	});
	try {
		const keys = await keysOf(next);
		const fresh = await sealedOf((await sent({}, { to: next })).receipt, next);
		assert.deepEqual(
			[old, fresh].map((sealed) => keys.keys.findIndex(({ kid }) => kid === decodeProtectedHeader(sealed).kid)),
			[1, 0],
		);
		await verify(old, keys);
		await verify(fresh, keys);
		await assert.rejects(verify(fresh, JSON.parse(retired)), errors.JWKSNoMatchingKey);
	} finally {
		await next.close();
	}
});

test('the published keys may be cached and read by any page, and hold no private part', async () => {
	const response = await worker.fetch(KEYS);
	assert.equal(response.headers.get('cache-control'), 'public, max-age=3600');
	assert.equal(response.headers.get('access-control-allow-origin'), '*');
	const { keys } = (await response.json()) as JSONWebKeySet;
	assert.deepEqual(Object.keys(keys[0] ?? {}).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x']);
});

test('the receipt outlives the personal data and goes with an erasure on request', async () => {
	const { id, receipt } = await sent();
	const sealed = await sealedOf(receipt);
	await until(
		'the delivery',
		async () => (await worker.sql('select state from deliveries where lead_id = ?', id))[0]?.state === 'delivered',
	);
	// The outbox finds itself later than all its leads, and looks from the start.
	await worker.sql('update deliveries set received_at = received_at - 1e10, settled_at = settled_at - 1e10');
	await worker.sql("delete from meta where key = 'erased_to'");
	await worker.evict();
	await sent();
	const stored = async () =>
		(await worker.sql<{ lead: string }>('select lead from deliveries where lead_id = ?', id))[0]?.lead;
	await until('the erasing', async () => (await stored())?.includes('"erased":true'));
	assert.equal(await sealedOf(receipt), sealed);

	const erased = await worker.fetch('/v1/console/erase', {
		method: 'POST',
		headers: { authorization: `Bearer ${DEMO_ENV.CONSOLE_TOKEN}` },
		body: JSON.stringify({ site: 'sol', email: 'ana@example.com' }),
	});
	assert.equal(erased.status, 200, await erased.clone().text());
	assert.equal((await worker.fetch(receipt)).status, 404);
});

test('without a key the lead is taken, without a receipt, and health says what to do', async () => {
	for (const [key, words] of [
		['', /RECEIPT_KEY is not set; run \\"npm run receipt-key\\"/],
		['nonsense', /RECEIPT_KEY is no Ed25519 key/],
	] as const) {
		const without = await startTestWorker(portal.vendorsUrl, { RECEIPT_KEY: key });
		try {
			const { id, ...more } = await sent({}, { to: without });
			assert.deepEqual(more, {});
			assert.equal((await without.fetch(`/v1/sites/sol/leads/${id}/receipt`)).status, 404);
			assert.deepEqual(await keysOf(without), { keys: [] });
			const health = await without.fetch('/v1/health');
			assert.equal(health.status, 200);
			assert.match(await health.text(), words);
		} finally {
			await without.close();
		}
	}
});

test('the page shows each answer with its words, in the visitor’s language, and links the signed copy', async () => {
	const consent = await answersTo('canales', 'en', 'contact');
	const { id, receipt } = await sent({ consent, language: 'en' }, { site: 'canales' });
	const response = await worker.fetch(`${receipt}?format=html`);
	assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
	const page = await response.text();
	assert.match(page, /<html lang="en"/);
	assert.match(
		page,
		/<strong>Agreed<\/strong>: being contacted<\/p><blockquote lang="en" dir="auto">Casas por Canal may answer me\./,
	);
	assert.match(page, /<strong>Not agreed<\/strong>: phone calls<\/p><blockquote lang="es" dir="auto">Acepto llamadas/);
	assert.match(page, /<strong>Not agreed<\/strong>: news and offers by text message<\/p>/);
	assert.ok(page.includes(`href="/v1/sites/canales/leads/${id}/receipt"`));
});

test('a visitor without scripts finds the receipt from the thank-you page', async () => {
	const own = new URL(worker.url).origin;
	const body = 'name=Ana&email=ana%40example.com&consent.contact=on&language=es';
	const response = await worker.fetch('/v1/sites/sol/leads', {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: own },
		body,
	});
	assert.equal(response.status, 303);
	const thanks = await (await worker.fetch(response.headers.get('location') as string)).text();
	const [, path] = thanks.match(/href="([^"]*receipt)\?format=html"/) ?? [];
	const { consents } = await verify(await sealedOf(path as string), await keysOf(worker));
	assert.deepEqual([consents[0]?.verified, consents[0]?.words], [true, 'Acepto que me contacten.']);
});

test('a plain form on somebody else’s page is not said to have shown the site’s words', async () => {
	const response = await worker.fetch('/v1/sites/sol/leads', {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://www.sol.example' },
		body: 'name=Ana&email=ana2%40example.com&consent.contact=on&language=es',
	});
	const id = new URL(response.headers.get('location') as string, worker.url).searchParams.get('lead');
	const { consents } = await verify(await sealedOf(`/v1/sites/sol/leads/${id}/receipt`), await keysOf(worker));
	assert.deepEqual([consents[0]?.given, consents[0]?.verified, consents[0]?.words], [true, false, undefined]);
});

test('consents that come with further answers are sealed anew', async () => {
	const { id, receipt } = await sent({ unfinished: true });
	const first = await sealedOf(receipt);
	const body = JSON.stringify({ consent: [{ purpose: 'marketing', given: true }], finished: false });
	for (let repeat = 0; repeat < 2; repeat++) {
		const response = await worker.fetch(`/v1/sites/sol/leads/${id}/answers`, { method: 'POST', body });
		assert.equal(response.status, 202);
	}
	const last = await verify(await sealedOf(receipt), await keysOf(worker));
	assert.notEqual(await sealedOf(receipt), first);
	assert.deepEqual([last.lead, last.consents.map(({ purpose }) => purpose)], [id, ['marketing']]);
});

test('of a visitor who sends Sec-GPC the Worker keeps no campaign, click id or path of the referrer', async () => {
	const attribution = {
		page: 'https://www.sol.example/piso?utm_source=x&gclid=g1',
		firstPage: 'https://www.sol.example/?gclid=g1',
		referrer: 'https://portal.example/search?q=piso',
		utm_source: 'x',
		gclid: 'g1',
	};
	const { id } = await sent({ attribution }, { headers: { 'sec-gpc': '1' } });
	const [row] = await worker.sql<{ lead: string }>('select lead from deliveries where lead_id = ?', id);
	assert.deepEqual((JSON.parse(row?.lead ?? '') as Lead).attribution, {
		page: 'https://www.sol.example/piso',
		referrer: 'https://portal.example/',
	});
	const arrived = await until('the lead at the vendor', () =>
		portal.inbox.list('easybroker').find((entry) => JSON.stringify(entry.body).includes(id)),
	);
	assert.ok(!/g1|utm_source|search/.test(JSON.stringify(arrived.body)));
	const other = await sent({ attribution });
	const [whole] = await worker.sql<{ lead: string }>('select lead from deliveries where lead_id = ?', other.id);
	assert.deepEqual((JSON.parse(whole?.lead ?? '') as Lead).attribution, attribution);
});

test('the operator sees the receipt with the lead and in the export', async () => {
	const { id, receipt } = await sent();
	const sealed = await sealedOf(receipt);
	const ask = (path: string) =>
		worker.fetch(`/v1/console${path}`, { headers: { authorization: `Bearer ${DEMO_ENV.CONSOLE_TOKEN}` } });
	const [row] = await worker.sql<{ number: number }>('select number from deliveries where lead_id = ?', id);
	const shown = (await (await ask(`/leads/sol/${row?.number}`)).json()) as { lead: Lead };
	assert.equal(shown.lead.receipt, sealed);
	const [head, ...lines] = (await (await ask('/export?site=sol')).text()).split('\r\n');
	assert.equal(head?.split(',').at(-1), 'receipt');
	assert.ok(lines.find((line) => line.includes(id))?.endsWith(`,${sealed}`));
});
