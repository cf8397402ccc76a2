import { toBase64Url } from '../base64-url.ts';

/** An Ed25519 public key as JWK (RFC 8037 §2). */
export interface PublicKey {
	kty: 'OKP';
	crv: 'Ed25519';
	/** 32 bytes, base64url. */
	x: string;
	/** The thumbprint of the three above (RFC 7638). */
	kid: string;
	alg: 'EdDSA';
	use: 'sig';
}

/**
 * Reads a key's public part. Whatever else is in it, a private part above all, is left behind.
 * @returns undefined where it is no Ed25519 key
 */
export async function toPublicKey(jwk: unknown): Promise<PublicKey | undefined> {
	const { kty, crv, x } = (jwk ?? {}) as Partial<Record<string, unknown>>;
	if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || !/^[\w-]{43}$/.test(x)) return undefined;
	// RFC 7638 §3: the required members alone, in the order of their names, without white space.
	const members = new TextEncoder().encode(JSON.stringify({ crv, kty, x }));
	const kid = toBase64Url(await crypto.subtle.digest('SHA-256', members));
	return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
}
