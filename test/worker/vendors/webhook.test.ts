import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import type { Lead } from '../../../contract/lead.ts';
import { webhookRequest } from '../../../demo/vendors/webhook-request.ts';
import { secret, variable } from '../../../worker/site/secret.ts';
import { findTexts } from '../../../worker/texts/index.ts';
import { UnsendableLead } from '../../../worker/vendors/unsendable-lead.ts';
import type { VendorAnswer, VendorCall } from '../../../worker/vendors/vendor.ts';
import { webhook, webhookVendor } from '../../../worker/vendors/webhook/index.ts';

/** What `openssl rand -base64 32` gives, behind the prefix. */
const NEW = 'whsec_dGhlIG5ldyBzZWNyZXQgb2YgdGhlIHRlc3RzLCAwMDE=';
const OLD = 'whsec_dGhlIG9sZCBzZWNyZXQgb2YgdGhlIHRlc3RzLCAwMDA=';
const ID = '3f2b8a52-5a6e-4a0b-9a9e-0a4f7c1f2d11';
/** The library refuses what is older than five minutes, so the tests' now is now. */
const NOW = Date.now();

type Call = VendorCall<Record<string, never>, 'secret'>;

function toCall(change: Partial<Call> = {}, secrets: Record<string, string> = { secret: NEW }): Call {
	return {
		settings: {},
		secrets: secrets as { secret: string },
		baseUrl: 'https://hooks.example/lead/',
		context: {
			site: 'sol',
			language: 'es',
			country: 'MX',
			currency: 'MXN',
			timeZone: 'America/Mexico_City',
			siteName: 'Site',
			number: 7,
			now: NOW,
			texts: findTexts('es'),
		},
		...change,
	};
}

const lead: Lead = {
	id: ID,
	receivedAt: Date.UTC(2026, 0, 15, 10, 20, 30),
	name: 'Ana Núñez 🏡',
	email: 'ana@example.com',
	message: 'Hola',
	wishes: { priceMax: 3_000_000, areaMin: 80, types: ['house'] },
	consent: [{ purpose: 'contact', given: true, wordingId: 'c-1' }],
	receipt: 'eyJhbGciOiJFZERTQSJ9.eyJ2ZXJzaW9uIjoxfQ.c2lnbmF0dXJl',
};

const send = (secrets?: Record<string, string>) => webhookVendor.toRequest(lead, toCall({}, secrets));

function read(status: number, text = '', headers: Record<string, string> = {}) {
	const answer: VendorAnswer = { status, text, truncated: false, header: (name) => headers[name] ?? null };
	return webhookVendor.readResponse(answer, lead, toCall());
}

test('the event holds the whole lead, its site and a summary to read', () => {
	const event = webhookRequest.parse(JSON.parse(send().body as string));
	assert.deepEqual(event, {
		type: 'lead.created',
		timestamp: '2026-01-15T10:20:30.000Z',
		data: {
			version: 1,
			site: 'sol',
			lead: {
				...lead,
				receivedAt: '2026-01-15T10:20:30.000Z',
				wishes: { ...lead.wishes, currency: 'MXN', areaUnit: 'm2' },
			},
			summary: event.data.summary,
		},
	});
	assert.match(event.data.summary, /^Hola\n\n--- detalles ---\nNombre: Ana Núñez 🏡\n/);
});

test('the Standard Webhooks library finds the signature right', () => {
	const { body, headers } = send();
	assert.deepEqual(new Webhook(NEW).verify(body as string, headers), JSON.parse(body as string));
});

test('a changed body, or another secret, is found out', () => {
	const { body, headers } = send();
	assert.throws(() => new Webhook(NEW).verify(`${body} `, headers), /No matching signature/);
	assert.throws(() => new Webhook(OLD).verify(body as string, headers), /No matching signature/);
});

test('while the secret changes, receivers with the old and with the new one both find it right', () => {
	const { body, headers } = send({ secret: NEW, previousSecret: OLD });
	assert.match(headers['webhook-signature'] ?? '', /^v1,\S+ v1,\S+$/);
	for (const known of [NEW, OLD]) assert.ok(new Webhook(known).verify(body as string, headers));
});

test('a repeat has the same id and the same body, and the time of its own attempt', () => {
	const first = send();
	const later = webhookVendor.toRequest(lead, toCall({ context: { ...toCall().context, now: NOW + 60_000 } }));
	assert.equal(first.headers['webhook-id'], ID);
	assert.equal(later.headers['webhook-id'], ID);
	assert.equal(later.body, first.body);
	assert.equal(Number(later.headers['webhook-timestamp']) - Number(first.headers['webhook-timestamp']), 60);
});

test('the address is used as it stands, to its last slash', () => {
	assert.equal(send().url, 'https://hooks.example/lead/');
	assert.equal(
		webhook({ url: 'https://hooks.example/lead/', secret: secret('A') }).baseUrl,
		'https://hooks.example/lead/',
	);
});

test('an address without https is refused at the build, under the name its setting has here', () => {
	const { faults } = webhook({ url: 'http://hooks.example/', secret: secret('A') });
	assert.match(faults.join(), /^url: write an address that starts with https:\/\//);
	assert.deepEqual(webhook({ url: variable('HOOK', ''), secret: secret('A') }).faults, []);
});

test('a secret in another form stops the destination, and is not repeated in the reason', () => {
	for (const wrong of ['not base64!', 'whsec_***']) {
		assert.throws(
			() => send({ secret: wrong }),
			(error) => error instanceof UnsendableLead && error.scope === 'destination' && !error.reason.includes(wrong),
		);
	}
});

test('the old secret may be left out, but not written out', () => {
	assert.deepEqual(Object.keys(webhook({ url: 'https://h.example', secret: secret('A') }).secrets), ['secret']);
	const both = webhook({ url: 'https://h.example', secret: secret('A'), previousSecret: secret('B') });
	assert.deepEqual([both.faults, both.secrets.previousSecret], [[], secret('B')]);
	const options = { url: 'https://h.example', secret: secret('A'), previousSecret: OLD };
	const { faults } = webhook(options as unknown as Parameters<typeof webhook>[0]);
	assert.match(faults.join(), /^previousSecret: write secret\(/);
});

test('any 2xx is a delivery, whatever its body', () => {
	for (const [status, text] of [
		[200, ''],
		[202, 'ok'],
		[204, ''],
		[200, '<html>'],
	] as const)
		assert.deepEqual(read(status, text), { outcome: 'delivered', reference: ID });
});

test('a receiver that is gone stops the destination and keeps its leads', () => {
	for (const status of [410, 404, 401, 403, 302]) {
		const outcome = read(status);
		assert.equal(outcome.outcome === 'refused' && outcome.scope, 'destination', String(status));
	}
});

test('a receiver that fails is tried again, as late as it asks', () => {
	assert.deepEqual(read(400), { outcome: 'retry', reason: 'HTTP 400' });
	assert.deepEqual(read(429, '', { 'retry-after': '7' }), { outcome: 'retry', reason: 'HTTP 429', afterMs: 7000 });
	assert.deepEqual(read(500), { outcome: 'unknown', reason: 'HTTP 500', answered: true });
	assert.equal(webhookVendor.manners({}).afterUnknown, 'repeat');
});
