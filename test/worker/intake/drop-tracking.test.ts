import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LeadInput } from '../../../contract/lead.ts';
import { asksForPrivacy, dropTracking } from '../../../worker/intake/drop-tracking.ts';

test('only Sec-GPC: 1 asks for privacy', () => {
	assert.equal(asksForPrivacy(new Headers({ 'sec-gpc': '1' })), true);
	for (const value of ['0', '', 'true', '11']) assert.equal(asksForPrivacy(new Headers({ 'sec-gpc': value })), false);
	assert.equal(asksForPrivacy(new Headers()), false);
});

test('of how the visitor came only the page and the referrer’s origin are left', () => {
	const lead = {
		id: '1',
		attribution: {
			page: 'https://www.sol.example/piso?id=7&utm_source=x&gclid=g1',
			firstPage: 'https://www.sol.example/?fbclid=f1',
			referrer: 'https://portal.example/search?q=piso',
			utm_source: 'x',
			gclid: 'g1',
			ttclid: 't1',
		},
		listing: { reference: 'EB-1', url: 'https://www.sol.example/piso?id=7&fbclid=f1' },
	} satisfies LeadInput;
	assert.deepEqual(dropTracking(lead), {
		id: '1',
		attribution: { page: 'https://www.sol.example/piso?id=7', referrer: 'https://portal.example/' },
		listing: { reference: 'EB-1', url: 'https://www.sol.example/piso?id=7' },
	});
});

test('a lead that tells nothing of it stays as it is', () => {
	assert.deepEqual(dropTracking({ listing: { reference: 'EB-1' } }), { listing: { reference: 'EB-1' } });
	assert.deepEqual(dropTracking({ attribution: { referrer: 'nonsense' } }), { attribution: {} });
});
