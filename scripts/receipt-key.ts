/**
 * Makes a key for consent receipts and says how to give it to the Worker: `npm run receipt-key`.
 *
 * To change the key, name the Worker: `npm run receipt-key -- --from https://leads.example.com`. The keys it publishes
 * now are then printed as the value of `RECEIPT_RETIRED_KEYS`, so that old receipts go on verifying.
 */
import type { webcrypto } from 'node:crypto';
import { parseArgs } from 'node:util';
import { toBase64Url } from '../worker/base64-url.ts';
import { type PublicKey, toPublicKey } from '../worker/receipt/public-key.ts';
import { fetchReceiptKeys } from './fetch-receipt-keys.ts';

const { values } = parseArgs({ options: { from: { type: 'string' } } });

const retired: PublicKey[] = values.from === undefined ? [] : await fetchReceiptKeys(values.from);
const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
const { kty, crv, x, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
const published = await toPublicKey({ kty, crv, x });

console.log(`A new key for consent receipts, ${published?.kid}.

1. The secret. Keep a copy where you keep secrets; it is shown here only:

     npx wrangler secret put RECEIPT_KEY
     ${toBase64Url(JSON.stringify({ kty, crv, x, d }))}
`);
if (retired.length > 0) {
	const listed = JSON.stringify(retired.map((key) => ({ kty: key.kty, crv: key.crv, x: key.x })));
	console.log(`2. Before the secret: in wrangler.toml under [vars], then deploy, so that old receipts go on verifying:

     RECEIPT_RETIRED_KEYS = '${listed}'
`);
} else {
	console.log(`Is this not the first key? Run it again with --from https://…, your Worker's address: it then prints the
old public keys for RECEIPT_RETIRED_KEYS.`);
}
