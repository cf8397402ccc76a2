import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { takePass } from '../../../worker/outbox/rate-limit.ts';

test('a quiet destination takes a tenth of its limit at once', () => {
	let next = 0;
	let passed = 0;
	for (;;) {
		const pass = takePass({ calls: 100, perMs: 60_000 }, next, 5_000_000);
		if (!pass.ok) break;
		next = pass.next;
		passed++;
	}
	assert.equal(passed, 10);
});

test('whoever is told to wait may pass after that time', () => {
	const limit = { calls: 10, perMs: 60_000 };
	const first = takePass(limit, 0, 1000);
	assert.ok(first.ok);
	const second = takePass(limit, first.next, 1000);
	assert.ok(!second.ok);
	assert.ok(takePass(limit, first.next, 1000 + second.waitMs).ok);
});

test('however calls come, no stretch of time holds more than the limit allows', () => {
	const limits = fc.record({
		calls: fc.integer({ min: 1, max: 500 }),
		perMs: fc.integer({ min: 1000, max: 86_400_000 }),
	});
	fc.assert(
		fc.property(
			limits,
			fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 50, maxLength: 400 }),
			(limit, gaps) => {
				let now = 1_000_000;
				let next = 0;
				const passes: number[] = [];
				for (const gap of gaps) {
					now += Math.round((gap * limit.perMs) / limit.calls);
					const pass = takePass(limit, next, now);
					if (pass.ok) {
						next = pass.next;
						passes.push(now);
					}
				}
				for (const start of passes) {
					const inside = passes.filter((time) => time >= start && time < start + limit.perMs).length;
					assert.ok(inside <= limit.calls, `${inside} calls where ${limit.calls} are allowed`);
				}
			},
		),
	);
});

test('asked without pause, a destination is used to its limit or near it', () => {
	const limit = { calls: 150, perMs: 60_000 };
	let next = 0;
	let passed = 0;
	for (let now = 0; now < 10 * limit.perMs; now += 50) {
		const pass = takePass(limit, next, now);
		if (pass.ok) {
			next = pass.next;
			passed++;
		}
	}
	assert.ok(passed > 0.89 * 10 * limit.calls, String(passed));
});
