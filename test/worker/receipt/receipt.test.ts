import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Consent } from '../../../contract/lead.ts';
import { type Answered, type Receipt, toReceipt, toSubject } from '../../../worker/receipt/receipt.ts';
import { findWordings } from '../../../worker/receipt/wordings.ts';
import { sites } from '../sites.ts';

const site = sites.find(({ id }) => id === 'canales') as (typeof sites)[number];
const wordings = await findWordings(site);
const hashOf = (text: string) => wordings.find((wording) => wording.text === text)?.hash as string;
const NOW = 1_760_000_000_999;

const receiptOf = (answered: Answered) => toReceipt('lead-1', answered, NOW, site, wordings) as Receipt;
const consentOf = (consent: Consent) => receiptOf({ consent: [consent] }).consents[0];

test('a receipt names lead, site, time, page and language, and nobody', () => {
	const lead = {
		name: 'Ana Silva',
		email: 'ana@example.com',
		consent: [{ purpose: 'contact' as const, given: true }],
		language: 'es',
		attribution: { page: 'https://www.sol.example/piso?id=7', gclid: 'g1' },
	};
	const { consents, ...rest } = receiptOf(lead);
	assert.deepEqual(rest, {
		version: 1,
		iat: 1_760_000_000,
		lead: 'lead-1',
		site: 'canales',
		siteName: 'Casas por Canal',
		page: 'https://www.sol.example/piso?id=7',
		language: 'es',
	});
	assert.equal(consents.length, 1);
});

test('the page is kept without campaigns, click ids, secrets and addresses', () => {
	const page =
		'https://ana:pw@www.sol.example/piso?id=7&utm_source=x&gclid=g&msclkid=m&li_fat_id=l&token=t&to=ana%40b.example#top';
	const consent = [{ purpose: 'contact' as const, given: true }];
	assert.equal(receiptOf({ consent, attribution: { page } }).page, 'https://www.sol.example/piso?id=7');
	assert.equal(receiptOf({ consent, listing: { url: page } }).page, 'https://www.sol.example/piso?id=7');
	assert.equal(receiptOf({ consent, attribution: { page: 'javascript:alert(1)' } }).page, undefined);
});

test('words the site shows are in the receipt as they were shown, in the language they were shown in', () => {
	const text = 'Casas por Canal may answer me.';
	assert.deepEqual(consentOf({ purpose: 'contact', given: true, wordingId: 'contacto-2', wordingHash: hashOf(text) }), {
		purpose: 'contact',
		given: true,
		verified: true,
		words: text,
		language: 'en',
		wordingId: 'contacto-2',
		wordingHash: hashOf(text),
	});
});

test('words of before are known by the name they had then', () => {
	const text = 'Acepto que me contacten.';
	const found = consentOf({ purpose: 'contact', given: true, wordingId: 'contacto-1', wordingHash: hashOf(text) });
	assert.deepEqual([found?.verified, found?.words, found?.wordingId], [true, text, 'contacto-1']);
});

test('a refusal is recorded with its words, purpose and channel', () => {
	const text = 'Acepto ofertas por SMS.';
	const found = consentOf({ purpose: 'marketing.text', given: false, wordingId: 'sms-1', wordingHash: hashOf(text) });
	assert.deepEqual(
		[found?.purpose, found?.channel, found?.given, found?.words],
		['marketing', 'text', false, 'Acepto ofertas por SMS.'],
	);
});

for (const [what, consent] of [
	['words the site never showed', { wordingId: 'contacto-2', wordingHash: 'a'.repeat(64) }],
	['words of another purpose', { wordingId: 'llamada-1', wordingHash: hashOf('Acepto llamadas sobre este inmueble.') }],
	['known words under another name', { wordingId: 'otro', wordingHash: hashOf('Acepto que me contacten.') }],
	['a name without its words', { wordingId: 'contacto-2' }],
] as const) {
	test(`${what} are recorded as the caller gave them, and marked unverified`, () => {
		const answer = { purpose: 'contact', given: true, ...consent } as const;
		assert.deepEqual(consentOf(answer), { ...answer, verified: false });
	});
}

test('every purpose is told apart from its channel', () => {
	assert.deepEqual((['contact', 'marketing', 'call', 'email', 'marketing.call'] as const).map(toSubject), [
		{ purpose: 'contact' },
		{ purpose: 'marketing' },
		{ purpose: 'contact', channel: 'call' },
		{ purpose: 'contact', channel: 'email' },
		{ purpose: 'marketing', channel: 'call' },
	]);
});

test('no answer makes no receipt', () => {
	assert.equal(toReceipt('lead-1', {}, NOW, site, wordings), undefined);
	assert.equal(toReceipt('lead-1', { consent: [] }, NOW, site, wordings), undefined);
});
