import { fromBase64Url } from '../../base64-url.ts';

/** What a token says of whom it is for and how long, beside what else it says (RFC 7519 §4.1). */
export type Claims = Record<string, unknown>;

/** Why a token is refused. */
export type JwtFault =
	| 'jwt_malformed'
	| 'jwt_algorithm'
	| 'jwt_issuer'
	| 'jwt_audience'
	| 'jwt_expired'
	| 'jwt_not_yet_valid'
	| 'jwt_unknown_key'
	| 'jwt_signature';

/** A token taken apart, nothing of it checked. */
export interface Jwt {
	header: Record<string, unknown>;
	claims: Claims;
	/** What was signed. */
	signed: string;
	signature: Uint8Array<ArrayBuffer>;
}

/** The only way of signing that is taken (RFC 7518 §3.3), whatever a token names. */
const ALGORITHM = 'RS256';
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Shortest key that may sign so, in bits (RFC 7518 §3.3). */
const KEY_MIN_BITS = 2048;

/** Takes a JWT in compact form apart (RFC 7515 §7.1); undefined where it is none. Pure. */
export function parseJwt(jwt: string): Jwt | undefined {
	const parts = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(jwt);
	if (!parts) return undefined;
	const [, head = '', body = '', signature = ''] = parts;
	try {
		const [header, claims] = [head, body].map((part) => JSON.parse(new TextDecoder().decode(fromBase64Url(part))));
		if (!isObject(header) || !isObject(claims)) return undefined;
		return { header, claims, signed: `${head}.${body}`, signature: fromBase64Url(signature) };
	} catch {
		return undefined;
	}
}

/**
 * What speaks against a token, its signature aside. Pure.
 * @param expected who must have issued it, and for whom
 * @param now milliseconds since 1970
 */
export function findFault(
	{ header, claims }: Jwt,
	expected: { issuer: string; audience: string },
	now: number,
): JwtFault | undefined {
	// What is critical must be understood (RFC 7515 §4.1.11), and nothing of that kind is.
	if (header.alg !== ALGORITHM || header.crit !== undefined) return 'jwt_algorithm';
	if (typeof header.kid !== 'string') return 'jwt_unknown_key';
	const { iss, aud, exp, nbf } = claims;
	if (iss !== expected.issuer) return 'jwt_issuer';
	if (![aud].flat().includes(expected.audience)) return 'jwt_audience';
	// A token that never expires is none of Access's.
	if (typeof exp !== 'number' || exp * 1000 <= now) return 'jwt_expired';
	if (nbf !== undefined && !(typeof nbf === 'number' && nbf * 1000 <= now)) return 'jwt_not_yet_valid';
	return undefined;
}

/** Whether a key has signed a token, by RS256. A key of another kind, or too short, has signed none. */
export async function isSignedBy(key: JsonWebKey, { signed, signature }: Jwt): Promise<boolean> {
	try {
		const imported = await crypto.subtle.importKey('jwk', key, RSA, false, ['verify']);
		const { modulusLength = 0 }: { name: string; modulusLength?: number } = imported.algorithm;
		if (modulusLength < KEY_MIN_BITS) return false;
		return await crypto.subtle.verify(RSA, imported, signature, new TextEncoder().encode(signed));
	} catch {
		return false;
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
