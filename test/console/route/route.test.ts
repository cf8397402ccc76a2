import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRoute, toHash } from '../../../console/route/route.ts';

test('an address leads back to the view it was made of', () => {
	const query = { site: 'sol', state: 'parked', id: 'a b&c' };
	assert.deepEqual(parseRoute(toHash('leads', query)), { view: 'leads', query });
});

test('an address that names no view, or an unknown one, is the overview', () => {
	for (const hash of ['', '#', '#/', '#/nowhere?site=sol', '#/__proto__']) {
		assert.deepEqual(parseRoute(hash), { view: 'sites', query: {} }, hash);
	}
});

test('what is empty is left out of an address', () => {
	assert.equal(toHash('leads', { site: 'sol', state: '', id: undefined }), '#/leads?site=sol');
	assert.equal(toHash('sites'), '#/sites');
});
