import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toNetwork } from '../../../worker/guard/to-network.ts';

test('an IPv4 address is cut to its /24, also where it is written as IPv6', () => {
	assert.equal(toNetwork('203.0.113.7'), '203.0.113.0/24');
	assert.equal(toNetwork('203.0.113.250'), toNetwork('::ffff:203.0.113.7'));
});

test('an IPv6 address is cut to its /48, however it is written', () => {
	assert.equal(toNetwork('2001:db8:1:2::7'), '2001:db8:1::/48');
	assert.equal(toNetwork('2001:0DB8:0001:ffff:1:2:3:4'), '2001:db8:1::/48');
	assert.equal(toNetwork('2001:db8::1'), '2001:db8:0::/48');
	assert.equal(toNetwork('::1'), '0:0:0::/48');
});

test('neighbours beyond the network are another network', () => {
	assert.notEqual(toNetwork('2001:db8:1::1'), toNetwork('2001:db8:2::1'));
	assert.notEqual(toNetwork('203.0.113.1'), toNetwork('203.0.114.1'));
});

test('what is no address is no network', () => {
	for (const text of ['', 'localhost', '1.2.3', ':::', '1.2.3.4.5']) assert.equal(toNetwork(text), undefined, text);
});
