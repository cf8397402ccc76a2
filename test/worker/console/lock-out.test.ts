import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LockOut, toClient } from '../../../worker/routes/console/lock-out.ts';

const NOW = Date.UTC(2026, 0, 1);
const failing = (times: number, at = NOW) => {
	const lockOut = new LockOut();
	for (let i = 0; i < times; i++) lockOut.fail('a', at);
	return lockOut;
};

test('the fifth failure in a minute locks out for a minute, no longer', () => {
	assert.equal(failing(4).waitOf('a', NOW), 0);
	assert.equal(failing(5).waitOf('a', NOW), 60_000);
	assert.equal(failing(5).waitOf('a', NOW + 60_000), 0);
});

test('failures spread over minutes lock nobody out', () => {
	const lockOut = new LockOut();
	for (let i = 0; i < 20; i++) {
		lockOut.fail('a', NOW + i * 20_000);
		assert.equal(lockOut.waitOf('a', NOW + i * 20_000), 0);
	}
});

test('after a lock-out a client starts afresh', () => {
	const lockOut = failing(5);
	lockOut.fail('a', NOW + 60_001);
	assert.equal(lockOut.waitOf('a', NOW + 60_001), 0);
});

test('a crowd of clients does not grow the memory without end', () => {
	const lockOut = failing(5);
	for (let i = 0; i < 1000; i++) lockOut.fail(`b${i}`, NOW);
	assert.equal(lockOut.waitOf('a', NOW), 0, 'the oldest is forgotten');
});

test('an IPv6 client is its /64 network, an IPv4 one its address', () => {
	assert.equal(toClient('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64');
	assert.equal(toClient('2001:db8::1'), '2001:db8::/64');
	assert.equal(toClient('192.0.2.1'), '192.0.2.1');
	assert.equal(toClient(undefined), 'unknown');
});
