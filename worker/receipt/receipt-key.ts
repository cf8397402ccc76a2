import { fromBase64Url } from '../base64-url.ts';
import { type Environment, readSecret } from '../site/secret.ts';
import { type PublicKey, toPublicKey } from './public-key.ts';

/** The secret that holds the signing key: an Ed25519 private key as JWK (RFC 8037), its JSON in base64url. */
const RECEIPT_KEY = { kind: 'secret', name: 'RECEIPT_KEY' } as const;

/** The key receipts are signed with now. */
export interface SigningKey {
	signing: CryptoKey;
	published: PublicKey;
}

/** The key; `missing` where none is set, `invalid` where what is set is none. */
export type FoundKey = SigningKey | 'missing' | 'invalid';

let imported: { secret: string; key: Promise<SigningKey | 'invalid'> } | undefined;

/** Finds the signing key. Imported once per isolate, not once per lead. Never throws. */
export async function findReceiptKey(env: Environment): Promise<FoundKey> {
	const secret = readSecret(RECEIPT_KEY, env);
	if (secret === undefined) return 'missing';
	if (imported?.secret !== secret) imported = { secret, key: importKey(secret) };
	return imported.key;
}

async function importKey(secret: string): Promise<SigningKey | 'invalid'> {
	try {
		const jwk = JSON.parse(new TextDecoder().decode(fromBase64Url(secret.trim()))) as JsonWebKey;
		const published = await toPublicKey(jwk);
		if (!published || jwk.d === undefined) return 'invalid';
		const { kty, crv, x } = published;
		const signing = await crypto.subtle.importKey('jwk', { kty, crv, x, d: jwk.d }, 'Ed25519', false, ['sign']);
		return { signing, published };
	} catch {
		return 'invalid';
	}
}
