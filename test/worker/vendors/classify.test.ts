import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyFailure, readRetryAfter } from '../../../worker/vendors/classify.ts';
import type { VendorAnswer } from '../../../worker/vendors/vendor.ts';

const NOW = Date.UTC(2026, 0, 15, 10, 0, 0);

function answer(status: number, headers: Record<string, string> = {}): VendorAnswer {
	return { status, header: (name) => headers[name] ?? null, text: '', truncated: false };
}

test('each status means what reached the other side', () => {
	const table: [number, string][] = [
		[301, 'refused destination'],
		[400, 'refused lead'],
		[401, 'refused destination'],
		[403, 'refused destination'],
		[404, 'refused lead'],
		[408, 'retry'],
		[410, 'refused lead'],
		[422, 'refused lead'],
		[425, 'retry'],
		[429, 'retry'],
		[500, 'unknown'],
		[502, 'unknown'],
		[503, 'unknown'],
		[504, 'unknown'],
	];
	for (const [status, expected] of table) {
		const outcome = classifyFailure(answer(status), NOW);
		assert.equal([outcome.outcome, 'scope' in outcome ? outcome.scope : ''].join(' ').trim(), expected, String(status));
	}
});

test('a 503 that says when to come back was not taken', () => {
	assert.deepEqual(classifyFailure(answer(503, { 'retry-after': '30' }), NOW), {
		outcome: 'retry',
		reason: 'HTTP 503',
		afterMs: 30_000,
	});
});

test('Retry-After is read in seconds and as a date, and capped at a day', () => {
	assert.equal(readRetryAfter(answer(429, { 'retry-after': '120' }), NOW), 120_000);
	assert.equal(readRetryAfter(answer(429, { 'retry-after': 'Thu, 15 Jan 2026 10:01:00 GMT' }), NOW), 60_000);
	assert.equal(readRetryAfter(answer(429, { 'retry-after': '999999999' }), NOW), 86_400_000);
	assert.equal(readRetryAfter(answer(429, { 'retry-after': 'soon' }), NOW), undefined);
	assert.equal(readRetryAfter(answer(429), NOW), undefined);
});
