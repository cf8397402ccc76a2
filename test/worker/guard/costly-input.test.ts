/**
 * What a stranger can send must not cost more than its length: a body of 32 KB that takes a second of CPU stops a Worker.
 * Each text is many times longer than any that gets through, so that a cost that grows with the square of the length is
 * tens of seconds, and an honest one some milliseconds: no machine is slow enough to mistake one for the other.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Form } from '../../../contract/form.ts';
import { BODY_MAX_BYTES } from '../../../contract/limits.ts';
import { isTooDeep } from '../../../worker/guard/json-depth.ts';
import { parseFormPost } from '../../../worker/intake/parse-form-post.ts';
import { parseUrlencoded } from '../../../worker/intake/parse-urlencoded.ts';
import { toSafeText } from '../../../worker/log.ts';

const LENGTH = 4 * BODY_MAX_BYTES;

/** CPU time of this process, in seconds, which a busy machine does not lengthen. */
const CPU_MAX = 3;

function assertCheap(run: () => void): void {
	const before = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(before);
	assert.ok((user + system) / 1e6 < CPU_MAX, `took ${(user + system) / 1e6} s of CPU`);
}

const form = { consent: [] } as unknown as Form;
const post = (text: string) => parseFormPost(parseUrlencoded(new TextEncoder().encode(text)), form);

test('a body of nothing but escaped quotes is measured in one pass', () => {
	assertCheap(() => assert.equal(isTooDeep('\\"'.repeat(LENGTH / 2)), false));
});

test('a form post of as many names as fit is read in one pass', () => {
	const names = Array.from({ length: LENGTH / 3 }, (_, i) => i.toString(36));
	assertCheap(() => assert.equal(Object.keys(post(`${names.join('=1&')}=1`)).length, names.length));
});

test('a number that is no line of text is refused unread', () => {
	const typed = '.'.repeat(2 * LENGTH);
	assertCheap(() => assert.deepEqual(post(`wishes.priceMax=${typed}`).wishes, { priceMax: typed }));
});

test('a long word in an error’s message is logged in one pass', () => {
	assertCheap(() => toSafeText('a'.repeat(LENGTH)));
});
