import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	readOutboxName,
	SHARD_NUMBERS,
	SHARDS_MAX,
	toOutboxName,
	toOutboxNames,
	toShard,
	toShardOfNumber,
} from '../../../worker/site/shards.ts';

/** Digits that are the same at each run: the test may not depend on chance. */
function createDigits(seed: number): (length: number) => string {
	let state = seed;
	return (length) =>
		Array.from({ length }, () => {
			state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
			return (state >>> 28).toString(16);
		}).join('');
}

const digits = createDigits(1);
const toUuid = (hex: string) =>
	[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
const time = (i: number) => (1_790_000_000_000 + i).toString(16).padStart(12, '0');
const KINDS: [kind: string, make: (i: number) => string][] = [
	['version 4', () => toUuid(`${digits(12)}4${digits(3)}a${digits(15)}`)],
	['version 7, of one second', (i) => toUuid(`${time(i % 1000)}7${digits(3)}b${digits(15)}`)],
	['version 8, of a form', () => toUuid(`${digits(12)}8${digits(3)}9${digits(15)}`)],
	['counted up', (i) => toUuid(`00000000000040008000${i.toString(16).padStart(12, '0')}`)],
	['of one machine, by time', (i) => toUuid(`${i.toString(16).padStart(8, '0')}9f3c11f0b7d20242ac120002`)],
];

for (const [kind, make] of KINDS) {
	test(`ids are spread evenly over the shards: ${kind}`, () => {
		for (const count of [2, 3, 4, 7, 16, 20]) {
			const each = Array.from({ length: count }, () => 0);
			for (let i = 0; i < 20_000; i++) {
				const shard = toShard(make(i), count);
				each[shard] = (each[shard] ?? 0) + 1;
			}
			const mean = 20_000 / count;
			// Five standard deviations of a fair draw.
			const most = 5 * Math.sqrt(mean * (1 - 1 / count));
			for (const leads of each) assert.ok(Math.abs(leads - mean) < most, `${count} shards: ${each.join(', ')}`);
		}
	});
}

test('a lead belongs to the same shard in every version of the Worker', () => {
	const id = '6f1c9a52-0d7e-4b7c-9a55-1f6f3f0f2b11';
	assert.deepEqual(
		[1, 2, 4, 20].map((count) => toShard(id, count)),
		[0, 1, 3, 3],
	);
});

test('the first shard bears the site’s id, the others a name that no site can have', () => {
	assert.deepEqual(toOutboxNames({ id: 'gran', shards: { count: 3 } }), ['gran', 'gran~1', 'gran~2']);
	assert.deepEqual(toOutboxNames({ id: 'sol' }), ['sol']);
	assert.doesNotMatch('gran~1', /^[a-z0-9][a-z0-9-]{0,40}$/);
	for (const shard of [0, 1, 19]) {
		assert.deepEqual(readOutboxName(toOutboxName('gran-2', shard)), { site: 'gran-2', shard });
	}
});

test('a delivery’s number tells its shard, and the largest is one of 31 bits', () => {
	assert.equal(toShardOfNumber(1), 0);
	assert.equal(toShardOfNumber(SHARD_NUMBERS - 1), 0);
	assert.equal(toShardOfNumber(3 * SHARD_NUMBERS + 1), 3);
	assert.ok(SHARDS_MAX * SHARD_NUMBERS < 2 ** 31);
});
