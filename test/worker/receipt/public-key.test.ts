import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toPublicKey } from '../../../worker/receipt/public-key.ts';
import { readRetiredKeys } from '../../../worker/receipt/retired-keys.ts';

/** RFC 8037, appendix A.1 and its thumbprint in A.3. */
const PRIVATE = {
	kty: 'OKP',
	crv: 'Ed25519',
	d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
	x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
};
const THUMBPRINT = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';

test('a key’s id is its RFC 7638 thumbprint', async () => {
	assert.equal((await toPublicKey(PRIVATE))?.kid, THUMBPRINT);
});

test('of a private key only the public part is published', async () => {
	assert.ok(
		!JSON.stringify(await readRetiredKeys({ RECEIPT_RETIRED_KEYS: JSON.stringify([PRIVATE]) })).includes('nWGx'),
	);
});

test('retired keys are read from a list and from the set the Worker published', async () => {
	for (const value of [[PRIVATE], { keys: [PRIVATE] }]) {
		const keys = await readRetiredKeys({ RECEIPT_RETIRED_KEYS: JSON.stringify(value) });
		assert.deepEqual(keys === 'invalid' || keys.map(({ kid }) => kid), [THUMBPRINT]);
	}
	assert.deepEqual(await readRetiredKeys({}), []);
});

test('what is no key is said to be none', async () => {
	for (const value of ['[{"kty":"RSA"}]', '[null]', '{}', 'x', '[{"kty":"OKP","crv":"Ed25519","x":"short"}]']) {
		assert.equal(await readRetiredKeys({ RECEIPT_RETIRED_KEYS: value }), 'invalid', value);
	}
});
