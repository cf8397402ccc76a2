import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAllowedOrigin } from '../../../worker/guard/origin.ts';

const allowed = ['https://www.sol.example', 'http://localhost:8788'];
const own = 'https://leads.example.com';

test('the site’s origins and the Worker’s own are allowed', () => {
	for (const origin of [...allowed, own]) assert.equal(isAllowedOrigin(origin, allowed, own), true);
});

test('another scheme, host or port, a look-alike and null are not', () => {
	for (const origin of [
		'http://www.sol.example',
		'https://sol.example',
		'https://www.sol.example:8443',
		'https://www.sol.example.evil.example',
		'https://WWW.sol.example',
		'null',
		'',
	]) {
		assert.equal(isAllowedOrigin(origin, allowed, own), false, origin);
	}
});
