/** The short form of bench/clock.ts: the retry schedule on a clock that jumps. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate, type Trouble } from '../../../bench/clock/simulate.ts';
import { createRandom } from '../../../bench/support/random.ts';

const HOUR_MS = 60 * 60 * 1000;
const SEEDS = 200;

const troubles: Trouble[] = [
	{ name: 'a busy vendor', outcome: { outcome: 'retry', reason: '' }, afterUnknown: 'find' },
	{ name: 'a failing vendor', outcome: { outcome: 'unknown', reason: '', answered: true }, afterUnknown: 'find' },
	{ name: 'a silent vendor', outcome: { outcome: 'unknown', reason: '', answered: false }, afterUnknown: 'find' },
	{ name: 'a silent vendor', outcome: { outcome: 'unknown', reason: '', answered: false }, afterUnknown: 'repeat' },
];

for (const trouble of troubles) {
	test(`${trouble.name} (${trouble.afterUnknown}) is tried over 72 h, some twenty times, and then left to a person`, () => {
		for (let seed = 1; seed <= SEEDS; seed++) {
			const { sends, endedAt, state } = simulate(trouble, createRandom(seed));
			assert.equal(state, 'parked');
			assert.ok(endedAt > 72 * HOUR_MS && endedAt <= 84 * HOUR_MS + HOUR_MS, `ended after ${endedAt / HOUR_MS} h`);
			assert.ok(sends.length >= 8 && sends.length <= 40, `sent ${sends.length} times`);
			assert.ok((sends.at(-1) ?? 0) > 48 * HOUR_MS, `last sent after ${(sends.at(-1) ?? 0) / HOUR_MS} h`);
		}
	});
}

test('a vendor that can neither be asked nor repeated to is sent a lead once', () => {
	const course = simulate(
		{ name: '', outcome: { outcome: 'unknown', reason: '', answered: false }, afterUnknown: 'park' },
		createRandom(1),
	);
	assert.deepEqual([course.sends.length, course.state], [1, 'parked']);
});
