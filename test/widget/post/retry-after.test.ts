import { RETRY_AFTER_MAX_MS, readRetryAfter, remainingWait } from '../../../widget/post/retry-after.ts';
import { equal } from '../support/assert.ts';

const NOW = Date.UTC(2026, 10, 21, 12);

describe('how long an answer asks to wait', () => {
	for (const [header, wait] of [
		['90', 90_000],
		['Sat, 21 Nov 2026 12:02:00 GMT', 120_000],
		['Sat, 21 Nov 2026 11:00:00 GMT', 0],
		['86400', RETRY_AFTER_MAX_MS],
		['0', 0],
		['soon', 0],
		[null, 0],
	] as const) {
		it(`is ${wait} ms for ${header}`, () => equal(readRetryAfter(header, NOW), wait));
	}

	it('ends at the time kept with the lead, and never lasts longer than any answer may ask', () => {
		equal(remainingWait({ notBefore: NOW + 1000 }, NOW), 1000);
		equal(remainingWait({ notBefore: NOW }, NOW), 0);
		equal(remainingWait({}, NOW), 0);
		equal(remainingWait({ notBefore: NOW + RETRY_AFTER_MAX_MS + 1 }, NOW), 0);
	});
});
