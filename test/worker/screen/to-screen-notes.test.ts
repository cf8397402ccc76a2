import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toScreenNotes } from '../../../worker/screen/to-screen-notes.ts';
import { screenSites } from '../screen-sites.ts';

const sites = screenSites.filter(({ id }) => ['puerta', 'torno', 'trabajo'].includes(id));

test('what the guard can’t do for want of a secret is noted with the remedy', () => {
	assert.deepEqual(toScreenNotes(sites, {}), [
		'no time stamps tell people from programs: GUARD_KEY is not set; run "wrangler secret put GUARD_KEY"',
		'site torno: Turnstile is not verified: TORNO_TURNSTILE_KEY is not set; run "wrangler secret put TORNO_TURNSTILE_KEY"',
		'site trabajo: no proof of work is asked for: GUARD_KEY is not set; run "wrangler secret put GUARD_KEY"',
	]);
	assert.deepEqual(toScreenNotes(sites, { GUARD_KEY: 'key', TORNO_TURNSTILE_KEY: 'key' }), []);
});
