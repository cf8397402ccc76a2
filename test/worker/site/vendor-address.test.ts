import assert from 'node:assert/strict';
import { test } from 'node:test';
import { variable } from '../../../worker/site/secret.ts';
import { allowsLocalVendors, checkVendorAddress, readVendorAddress } from '../../../worker/site/vendor-address.ts';

const vendor = { baseUrl: 'https://api.vendor.example' };

test('an address with https and a public name is good, with a port, a path and a query too', () => {
	for (const address of [
		'https://api.easybroker.com/v1',
		'https://hooks.example:8443/lead/?team=7',
		'https://xn--mxico-bsa.example',
		'https://méxico.example',
		'https://api.example.',
	])
		assert.equal(checkVendorAddress(address), undefined, address);
});

const REFUSED = [
	// Not encrypted, or no web address at all.
	'http://api.example',
	'ftp://api.example',
	'mailto:ana@example.com',
	'file:///etc/passwd',
	'//api.example',
	'api.example',
	'',
	// A password in the address would be in every error that quotes it; after a # there is no path any more.
	'https://user:password@api.example',
	'https://api.example#',
	'https://api.example/#/v1',
	// Loopback, private, link-local (the cloud's metadata) and public IPs, however they are spelled.
	'https://127.0.0.1',
	'https://127.1',
	'https://0x7f.1',
	'https://2130706433',
	'https://10.0.0.8',
	'https://172.16.0.1',
	'https://192.168.1.1',
	'https://169.254.169.254/latest/meta-data',
	'https://0.0.0.0',
	'https://8.8.8.8',
	'https://①②⑦.⓪.⓪.①',
	'https://[::1]',
	'https://[::ffff:10.0.0.8]',
	'https://[fe80::1]',
	'https://[fd00::1]',
	'https://[2001:4860:4860::8888]',
	// Names of this machine and of private networks.
	'https://localhost',
	'https://LOCALHOST.',
	'https://vendor.localhost',
	'https://crm',
	'https://crm.local',
	'https://crm.internal.',
	'https://crm.home.arpa',
];

test('any other address is refused, and the refusal does not repeat it', () => {
	for (const address of REFUSED) {
		const remedy = checkVendorAddress(address);
		assert.match(remedy ?? '', /https:\/\/ and names a public host/, address);
		assert.ok(!remedy?.includes('password'), address);
	}
});

test('the demo may write to this machine over plain HTTP, and to no other', () => {
	for (const address of ['http://localhost:8788/vendors', 'http://127.0.0.1:9000', 'http://[::1]:9000'])
		assert.equal(checkVendorAddress(address, true), undefined, address);
	for (const address of ['http://api.example', 'http://10.0.0.8', 'https://169.254.169.254', 'ftp://localhost'])
		assert.ok(checkVendorAddress(address, true), address);
});

test('only the word demo allows this machine', () => {
	for (const value of [undefined, '', 'true', '1', 'no', true, 'Demo'])
		assert.equal(allowsLocalVendors({ ALLOW_INSECURE_VENDORS: value }), false, String(value));
	assert.equal(allowsLocalVendors({ ALLOW_INSECURE_VENDORS: 'demo' }), true);
});

test('an address from a variable is checked as it is read, and the fault names the variable', () => {
	const baseUrl = variable('ACME_URL', 'https://fallback.example', '/v1');
	assert.deepEqual(readVendorAddress({ baseUrl, vendor }, {}), { ok: true, address: 'https://fallback.example/v1' });
	const read = readVendorAddress({ baseUrl, vendor }, { ACME_URL: 'http://10.0.0.8' });
	assert.match(read.ok ? '' : read.fault, /^the variable ACME_URL is no address to send leads to: write an address/);
});

test('the documented address of a vendor needs no check: the e-mail way has no web address', () => {
	const email = { baseUrl: 'mailto:', vendor: { baseUrl: 'mailto:' } };
	assert.deepEqual(readVendorAddress(email, {}), { ok: true, address: 'mailto:' });
	assert.equal(readVendorAddress({ baseUrl: variable('X', 'mailto:'), vendor }, {}).ok, false);
});
