import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueStamp, readStamp, STAMP_MAX_AGE_MS } from '../../../worker/screen/stamp.ts';

const env = { GUARD_KEY: 'one key' };
const START = 1_800_000_000_000;
const SECOND = 1000;

async function issue(site = 'sol'): Promise<string> {
	const stamp = await issueStamp(env, site, START);
	assert.ok(stamp);
	return stamp;
}
const read = async (stamp: string | undefined, at: number, change: object = {}) =>
	(await readStamp(stamp, { env, site: 'sol', plain: false, now: START + at, ...change })).signals;

test('a stamp of some seconds to two days ago says nothing against a lead', async () => {
	const stamp = await issue();
	for (const age of [2 * SECOND, 60 * SECOND, STAMP_MAX_AGE_MS]) assert.deepEqual(await read(stamp, age), []);
});

test('a stamp of this very moment and one of long ago are told', async () => {
	const stamp = await issue();
	assert.deepEqual(await read(stamp, 1.9 * SECOND), ['stamp_too_young']);
	assert.deepEqual(await read(stamp, STAMP_MAX_AGE_MS + 1), ['stamp_too_old']);
});

test('a clock that is a little behind is no forger', async () => {
	assert.deepEqual(await read(await issue(), -30 * SECOND), ['stamp_too_young']);
	assert.deepEqual(await read(await issue(), -90 * SECOND), ['stamp_forged']);
});

test('a stamp that was changed anywhere, of another site, or of another key is forged', async () => {
	const stamp = await issue();
	const [time, nonce, signature] = stamp.split('.');
	const older = (Number.parseInt(time as string, 36) - 60_000).toString(36);
	const forged = [`${older}.${nonce}.${signature}`, `${time}.x${nonce?.slice(1)}.${signature}`, `${stamp}x`, 'abc', ''];
	for (const one of forged) assert.deepEqual(await read(one, 60 * SECOND), ['stamp_forged'], one);
	assert.deepEqual(await read(await issue('luz'), 60 * SECOND), ['stamp_forged']);
	assert.deepEqual(await read(stamp, 60 * SECOND, { env: { GUARD_KEY: 'another' } }), ['stamp_forged']);
});

test('a lead without a stamp is told, and a plain form without one told apart', async () => {
	assert.deepEqual(await read(undefined, 0), ['stamp_missing']);
	assert.deepEqual(await read(undefined, 0, { plain: true }), ['plain_without_stamp']);
});

test('without GUARD_KEY there are no stamps, and none is missed', async () => {
	assert.equal(await issueStamp({}, 'sol', START), undefined);
	assert.deepEqual(await read(undefined, 0, { env: {} }), []);
});

test('each stamp is known again by a nonce of its own', async () => {
	const nonces = await Promise.all(
		[await issue(), await issue()].map(
			async (stamp) => (await readStamp(stamp, { env, site: 'sol', plain: false, now: START + 5000 })).nonce,
		),
	);
	assert.ok(nonces[0] && nonces[0] !== nonces[1]);
});
