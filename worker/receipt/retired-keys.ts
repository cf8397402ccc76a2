import type { Environment } from '../site/secret.ts';
import { type PublicKey, toPublicKey } from './public-key.ts';

/**
 * The public keys that signed earlier receipts, from the variable `RECEIPT_RETIRED_KEYS`: a JSON array of JWKs, or a
 * JWK Set as the well-known address gave it.
 * @returns `invalid` where it is neither, or a key in it is none
 */
export async function readRetiredKeys(env: Environment): Promise<PublicKey[] | 'invalid'> {
	const value = env.RECEIPT_RETIRED_KEYS;
	if (value === undefined || value === '') return [];
	try {
		const read = typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
		const listed = Array.isArray(read) ? read : (read as { keys: unknown[] }).keys;
		const keys = await Promise.all(listed.map(toPublicKey));
		return keys.every((key) => key !== undefined) ? keys : 'invalid';
	} catch {
		return 'invalid';
	}
}
