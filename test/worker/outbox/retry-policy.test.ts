import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RETRY_DELAYS_MS, toRetryDelay } from '../../../worker/outbox/retry-policy.ts';

test('the schedule grows from five seconds to twelve hours and stays there', () => {
	const longest = [1, 2, 3, 4, 5, 6, 7, 8, 30].map((tries) => toRetryDelay(tries, 1));
	assert.deepEqual(longest, [...RETRY_DELAYS_MS, 43_200_000, 43_200_000]);
	assert.deepEqual(RETRY_DELAYS_MS, [5000, 60_000, 300_000, 1_800_000, 7_200_000, 21_600_000, 43_200_000]);
});

test('chance spreads a delay over its whole length', () => {
	assert.equal(toRetryDelay(2, 0), 0);
	assert.equal(toRetryDelay(2, 0.5), 30_000);
});

test('the vendor’s own wish is the least', () => {
	assert.equal(toRetryDelay(1, 0, 600_000), 600_000);
});
