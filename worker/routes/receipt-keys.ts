import type { Env } from '../env.ts';
import { findReceiptKey } from '../receipt/receipt-key.ts';
import { readRetiredKeys } from '../receipt/retired-keys.ts';

/** Where the keys are that verify receipts (RFC 8615). */
export const RECEIPT_KEYS_PATH = '/.well-known/doorstep-receipts.json';

/** How long the keys may be kept, in seconds: a new one is found by its `kid` being unknown. */
const MAX_AGE_SECONDS = 3600;

/**
 * `GET /.well-known/doorstep-receipts.json`: the public keys of all receipts, today's first, as a JWK Set (RFC 7517 §5).
 * Any page may read it.
 */
export async function receiptKeysResponse(env: Env): Promise<Response> {
	const key = await findReceiptKey(env);
	const retired = await readRetiredKeys(env);
	const keys = [...(typeof key === 'string' ? [] : [key.published]), ...(retired === 'invalid' ? [] : retired)];
	const known = new Map(keys.map((each) => [each.kid, each]));
	return Response.json(
		{ keys: [...known.values()] },
		{
			headers: {
				'content-type': 'application/jwk-set+json',
				'cache-control': `public, max-age=${MAX_AGE_SECONDS}`,
				'access-control-allow-origin': '*',
				'x-content-type-options': 'nosniff',
			},
		},
	);
}
