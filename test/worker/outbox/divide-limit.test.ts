import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { divideLimit } from '../../../worker/outbox/divide-limit.ts';
import { takePass } from '../../../worker/outbox/rate-limit.ts';

/** Lets every shard ask at these times; gives the times at which any of them may call, in order. */
function call(limit: { calls: number; perMs: number }, count: number, times: readonly number[]): number[] {
	const passes: number[] = [];
	for (let shard = 0; shard < count; shard++) {
		const part = divideLimit(limit, shard, count);
		let next = 0;
		for (const now of times) {
			const pass = takePass(part, next, now);
			if (!pass.ok) continue;
			next = pass.next;
			passes.push(now);
		}
	}
	return passes.sort((a, b) => a - b);
}

/** The most calls in any stretch of so many milliseconds. */
function most(passes: readonly number[], perMs: number): number {
	let first = 0;
	return passes.reduce((count, time, i) => {
		while ((passes[first] ?? time) <= time - perMs) first++;
		return Math.max(count, i - first + 1);
	}, 0);
}

test('however calls come, all shards together stay within the limit', () => {
	const limits = fc.record({
		calls: fc.integer({ min: 1, max: 200 }),
		perMs: fc.integer({ min: 1000, max: 86_400_000 }),
	});
	const gaps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 50, maxLength: 300 });
	fc.assert(
		fc.property(limits, fc.integer({ min: 2, max: 20 }), gaps, (limit, count, gaps) => {
			let now = 1_000_000;
			const times = gaps.map((gap) => {
				now += Math.round((gap * limit.perMs) / limit.calls);
				return now;
			});
			const calls = most(call(limit, count, times), limit.perMs);
			assert.ok(calls <= limit.calls, `${calls} calls where ${limit.calls} are allowed`);
		}),
	);
});

for (const calls of [1, 2, 3, 7]) {
	test(`a limit of ${calls}, smaller than the shards are many, is used by each of them in its turn`, () => {
		const limit = { calls, perMs: 60_000 };
		const count = 8;
		const times = Array.from({ length: 20 * 60 * 60 }, (_, i) => 1_790_000_000_000 + i * 50);
		const passes = call(limit, count, times);
		assert.ok(most(passes, limit.perMs) <= calls);
		const hour = times.length * 50;
		const fair = hour / 60_000 / (calls > 1 ? 1 / (calls - 1) : 2);
		assert.ok(passes.length >= fair - count, `${passes.length} calls in an hour`);
		for (let shard = 0; shard < count; shard++) {
			const part = divideLimit(limit, shard, count);
			const first = times.find((now) => takePass(part, 0, now).ok);
			assert.ok(first !== undefined, `shard ${shard} has a turn`);
		}
	});
}

test('a shard that has to wait for its turn may call when it has waited', () => {
	const limit = { calls: 2, perMs: 60_000 };
	for (let shard = 0; shard < 5; shard++) {
		const part = divideLimit(limit, shard, 5);
		let now = 1_790_000_000_000;
		let next = 0;
		for (let i = 0; i < 20; i++) {
			const pass = takePass(part, next, now);
			if (pass.ok) next = pass.next;
			else now += pass.waitMs;
			assert.ok(pass.ok || takePass(part, next, now).ok);
		}
	}
});
