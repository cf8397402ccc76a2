import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Lead } from '../../../contract/lead.ts';
import { MODE_SECRET, toModeCall, type VendorMode } from '../../../scripts/vendor-modes.ts';
import type { Outcome, VendorAnswer } from '../../../worker/vendors/vendor.ts';
import { SANDBOX_SCHEMAS } from './sandbox-schemas.ts';

/** What differs from vendor to vendor, beside its mode. */
export interface AdapterBench {
	mode: VendorMode;
	/** The vendor's own success, and what it means. */
	success: { status: number; text: string; outcome: Outcome };
	/** The vendor's own refusal of a lead, and what becomes of the lead. */
	refusal: { status: number; text: string; outcome: Outcome['outcome'] };
	/** Whether a 2xx is a success whatever its body. */
	anyBody: boolean;
	/** A listing the vendor knows. */
	reference: string;
}

const NOW = Date.UTC(2026, 0, 15, 10, 20, 30);

/** Words that must not come back in a reason: they are the visitor's. */
const PRIVATE = ['ana.privada@example.com', 'Ana Privada', 'palabras privadas', '5512345678'];

/** The rules every adapter keeps, told in the vendor's own answers. */
export function adapterSuite({ mode, success, refusal, anyBody, reference }: AdapterBench): void {
	const { vendor, settings } = mode.destination;
	const call = toModeCall(mode, NOW);
	const lead: Lead = {
		id: '3f2b8a52-5a6e-4a0b-9a9e-0a4f7c1f2d11',
		receivedAt: NOW - 1000,
		name: 'Ana Privada',
		email: 'ana.privada@example.com',
		phone: '+525512345678',
		phoneE164: '+525512345678',
		message: 'palabras privadas',
		listing: { reference },
	};
	const request = () => vendor.toRequest(lead, call);

	function read(status: number, text = '', more: { headers?: Record<string, string>; truncated?: boolean } = {}) {
		const { headers = {}, truncated = false } = more;
		const answer: VendorAnswer = { status, text, truncated, header: (name) => headers[name] ?? null };
		return vendor.readResponse(answer, lead, call);
	}
	/** Taken by a vendor that looks at the status alone; for all others nobody can tell. */
	const assertUnclear = (outcome: Outcome) => {
		if (anyBody) assert.equal(outcome.outcome, 'delivered');
		else assert.ok(outcome.outcome === 'unknown' && outcome.answered, JSON.stringify(outcome));
	};
	const assertStops = (outcome: Outcome) =>
		assert.equal(outcome.outcome === 'refused' && outcome.scope, 'destination', JSON.stringify(outcome));

	suite(mode.title, () => {
		test('sends what its sandbox takes', () => {
			const { method, url, headers, body } = request();
			assert.equal(method, 'POST');
			assert.match(url, /^https:\/\//);
			assert.equal(headers['Content-Type'], 'application/json');
			assert.deepEqual(SANDBOX_SCHEMAS[mode.id]?.safeParse(JSON.parse(body as string)).error?.issues ?? [], []);
		});

		test('sends the same again when it is asked again', () => {
			assert.deepEqual(request(), request());
		});

		test('knows its success', () => {
			assert.deepEqual(read(success.status, success.text), success.outcome);
		});

		test('knows a refusal of the lead', () => {
			assert.equal(read(refusal.status, refusal.text).outcome, refusal.outcome);
		});

		test('stops the destination where the account is refused', () => {
			for (const status of [401, 403]) assertStops(read(status, '{}'));
		});

		test('stops the destination at a redirect, which is never followed', () => {
			for (const status of [301, 302, 307, 308])
				assertStops(read(status, '', { headers: { location: 'https://evil.example' } }));
		});

		test('tries later what was too much, no sooner than asked', () => {
			assert.equal(read(429).outcome, 'retry');
			const outcome = read(429, '', { headers: { 'retry-after': '90' } });
			assert.equal(outcome.outcome === 'retry' && outcome.afterMs, 90_000);
		});

		test('cannot tell what a failing server did with the lead', () => {
			for (const status of [500, 502, 504]) {
				const outcome = read(status, '<html>');
				assert.ok(outcome.outcome === 'unknown' && outcome.answered, JSON.stringify(outcome));
			}
		});

		test('takes no web page for a delivery', () => assertUnclear(read(200, '<!doctype html><title>Sign in</title>')));

		test('takes no empty 200 for a delivery', () => assertUnclear(read(200, '')));

		test('takes nothing for a delivery that it could not read to the end', () =>
			assertUnclear(read(200, `{"padding":"${'x'.repeat(1000)}`, { truncated: true })));

		test('puts its secret where the vendor wants it and nowhere else', () => {
			const { url, headers, body } = request();
			assert.ok(!(body as string).includes(MODE_SECRET), 'not into the body');
			const { pathname } = new URL(url);
			assert.ok(!decodeURIComponent(pathname).includes(MODE_SECRET), 'not into the path');
			const bearers = Object.entries(headers).filter(([, value]) => value.includes(MODE_SECRET));
			for (const [name] of bearers) assert.match(name, /^(x-)?authorization$|^user$/i);
		});

		test('repeats neither the secret nor the visitor’s words in a reason', () => {
			const said = [...PRIVATE, MODE_SECRET].join(' ');
			for (const status of [200, 201, 302, 400, 401, 403, 404, 409, 410, 422, 429, 500, 503]) {
				for (const text of [
					said,
					JSON.stringify({ error: said, message: said, code: said, errors: [said] }),
					JSON.stringify({ Message: `${said} wrong format`, error: { code: said, message: said } }),
				]) {
					const outcome = JSON.stringify(read(status, text));
					for (const word of [...PRIVATE, MODE_SECRET]) assert.ok(!outcome.includes(word), `${status}: ${outcome}`);
				}
			}
		});

		test('has manners for an attempt without an answer', () => {
			const { afterUnknown, timeoutMs } = vendor.manners(settings);
			assert.ok(timeoutMs > 0);
			assert.equal(afterUnknown === 'find', vendor.find !== undefined);
		});
	});
}
