import { generateKeyPairSync } from 'node:crypto';

/** A fresh key for receipts, as the secret `RECEIPT_KEY` holds it: a JWK's JSON in base64url. */
export function makeReceiptKey(): string {
	const { privateKey } = generateKeyPairSync('ed25519');
	const jwk = privateKey.export({ format: 'jwk' });
	return Buffer.from(JSON.stringify(jwk)).toString('base64url');
}
