import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAllowedOrigin, isOriginPattern, toOrigin } from '../../../worker/guard/origin.ts';

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

test('the origin of an address is all before its path, as URL tells it', () => {
	for (const url of [
		'https://leads.example.com/v1/sites/sol/leads?x=/',
		'http://localhost:8787/',
		'http://[::1]:8787/a',
	])
		assert.equal(toOrigin(url), new URL(url).origin);
});

test('a wildcard allows every subdomain of whatever depth, and nothing else', () => {
	const isAllowed = (origin: string) => isAllowedOrigin(origin, ['https://*.sol.example'], own);
	for (const origin of ['https://www.sol.example', 'https://a.b.sol.example', 'https://xn--mnich-kva.sol.example'])
		assert.equal(isAllowed(origin), true, origin);
	for (const origin of [
		'https://sol.example',
		'https://.sol.example',
		'http://www.sol.example',
		'https://www.sol.example:8443',
		'https://evilsol.example',
		'https://www.sol.example.evil.example',
		'https://evil.example/.sol.example',
		'https://evil.example#.sol.example',
		'https://user@.sol.example',
		'https://*.sol.example',
		'null',
	]) {
		assert.equal(isAllowed(origin), false, origin);
	}
});

test('a wildcard may stand for the first label only, above two others, and with a port', () => {
	for (const pattern of ['https://www.sol.example', 'https://*.sol.example', 'http://*.sol.example:8080'])
		assert.equal(isOriginPattern(pattern), true, pattern);
	for (const pattern of [
		'https://*',
		'https://*.example',
		'https://www.*.example',
		'https://w*.sol.example',
		'https://*.*.sol.example',
		'https://*.sol.example/',
		'https://*.Sol.example',
		'*.sol.example',
		'null',
		'',
	]) {
		assert.equal(isOriginPattern(pattern), false, pattern);
	}
});
