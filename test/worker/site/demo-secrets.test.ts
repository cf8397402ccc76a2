import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseEnv } from 'node:util';
import { toPublicSecretFaults } from '../../../worker/site/demo-secrets.ts';

const DEMO = readFileSync(new URL('../../../demo/demo.env', import.meta.url), 'utf8');
const { ALLOW_INSECURE_VENDORS, ...SECRETS } = parseEnv(DEMO);
/** An account's number, no secret: a real agency may have it. */
const NUMBERS = ['LYS_APIMO_PROVIDER'];

test('a Worker that was deployed with the demo’s secrets is told each of them', () => {
	const named = toPublicSecretFaults(SECRETS).map((fault) => fault.split(' ')[0] as string);
	assert.deepEqual([...named, ...NUMBERS].sort(), Object.keys(SECRETS).sort());
	assert.match(toPublicSecretFaults(SECRETS).join('\n'), /run "wrangler secret put CONSOLE_TOKEN"/);
});

test('the demo itself, and secrets of one’s own, are nothing to tell of', () => {
	assert.deepEqual(toPublicSecretFaults({ ...SECRETS, ALLOW_INSECURE_VENDORS }), []);
	assert.deepEqual(toPublicSecretFaults({ CONSOLE_TOKEN: 'a'.repeat(40), OUTBOX: {} }), []);
});
