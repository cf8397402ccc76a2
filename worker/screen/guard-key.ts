import { type Environment, readSecret } from '../site/secret.ts';

/** The one secret of the guard. Where it is not set, there are no time stamps and no proofs of work. */
const GUARD_KEY = { kind: 'secret', name: 'GUARD_KEY' } as const;

/** What a key is for: a key of one purpose proves nothing under another. */
export type GuardPurpose = 'stamp' | 'marks' | 'plain id' | 'proof of work';

const derived = new Map<string, Promise<CryptoKey>>();

/** Whether the guard has its secret. */
export function hasGuardKey(env: Environment): boolean {
	return readSecret(GUARD_KEY, env) !== undefined;
}

/**
 * The key of a purpose: HMAC-SHA-256, derived by HKDF (RFC 5869) from `GUARD_KEY`, once per isolate.
 * @returns undefined where the secret is not set
 */
export function findGuardKey(env: Environment, purpose: GuardPurpose): Promise<CryptoKey> | undefined {
	const secret = readSecret(GUARD_KEY, env);
	if (secret === undefined) return undefined;
	const name = `${purpose} ${secret}`;
	const key = derived.get(name) ?? derive(secret, purpose);
	derived.set(name, key);
	return key;
}

async function derive(secret: string, purpose: GuardPurpose): Promise<CryptoKey> {
	const encoder = new TextEncoder();
	const root = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
	const info = encoder.encode(`doorstep ${purpose} v1`);
	return crypto.subtle.deriveKey(
		{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
		root,
		{ name: 'HMAC', hash: 'SHA-256', length: 256 },
		// The library of the proof of work takes its key as text.
		purpose === 'proof of work',
		['sign'],
	);
}
