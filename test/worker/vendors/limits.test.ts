import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secret } from '../../../worker/site/secret.ts';
import { apimo } from '../../../worker/vendors/apimo/index.ts';
import { lofty } from '../../../worker/vendors/lofty/index.ts';
import { propexo } from '../../../worker/vendors/propexo/index.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const elm = (auth: 'token' | 'bearer', callsPerMinute?: number) =>
	lofty({
		auth,
		source: 'elm.example',
		leadRouting: true,
		apiKey: secret('ELM_LOFTY_KEY'),
		...(callsPerMinute !== undefined && { callsPerMinute }),
	}).manners.limit;

test('Lofty is called as often as its documents allow the kind of key, or as the site says', () => {
	assert.deepEqual(elm('token'), { calls: 10, perMs: MINUTE_MS });
	assert.deepEqual(elm('bearer'), { calls: 100, perMs: MINUTE_MS });
	assert.deepEqual(elm('token', 500), { calls: 500, perMs: MINUTE_MS });
});

test('Propexo is called 150 times a minute at most, polls included', () => {
	const oak = propexo({
		integrationId: 'i',
		leadSourceId: 's',
		employeeId: 'e',
		defaultPropertyId: 'p',
		token: secret('OAK_PROPEXO_TOKEN'),
	});
	assert.deepEqual(oak.manners.limit, { calls: 150, perMs: MINUTE_MS });
});

test('Apimo is called a thousand times a day at most, look-ups included', () => {
	const lys = apimo({ agencyId: '1234', provider: secret('LYS_APIMO_PROVIDER'), token: secret('LYS_APIMO_TOKEN') });
	assert.deepEqual(lys.manners.limit, { calls: 1000, perMs: DAY_MS });
});

test('a limit that is no limit is refused with what to write', () => {
	const faults = lofty({
		auth: 'token',
		source: 'elm.example',
		leadRouting: true,
		callsPerMinute: 0,
		apiKey: secret('ELM_LOFTY_KEY'),
	}).faults;
	assert.deepEqual(faults, ['callsPerMinute: write how many calls, at least 1']);
});
