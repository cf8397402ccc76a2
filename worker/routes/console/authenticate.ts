import { createMiddleware } from 'hono/factory';
import { log } from '../../log.ts';
import { readSecret } from '../../site/secret.ts';
import { problemResponse } from '../problem-response.ts';
import type { ConsoleEnv } from './context.ts';
import { LockOut, toClient } from './lock-out.ts';

const CONSOLE_TOKEN = { kind: 'secret', name: 'CONSOLE_TOKEN' } as const;

/** Shortest token taken. 32 characters of a random token are at least 128 bits. */
const TOKEN_MIN_LENGTH = 32;

/** Digits of the token's hash that stand for it in the audit log. */
const FINGERPRINT_LENGTH = 8;

/**
 * Lets only callers through who send the bearer token of the secret CONSOLE_TOKEN, and tells the routes who it is.
 *
 * The tokens' SHA-256 digests are compared, in constant time: neither what is right about a wrong token nor its
 * length shows in the time an answer takes.
 */
export function createAuthentication() {
	const lockOut = new LockOut();
	return createMiddleware<ConsoleEnv>(async function authenticate(c, next) {
		const token = readSecret(CONSOLE_TOKEN, c.env);
		if (token === undefined || token.length < TOKEN_MIN_LENGTH) return problemResponse('console_unset');

		const client = toClient(c.req.header('cf-connecting-ip'));
		const now = Date.now();
		const wait = lockOut.waitOf(client, now);
		if (wait > 0) {
			return problemResponse('locked_out', undefined, { 'retry-after': String(Math.ceil(wait / 1000)) });
		}
		const given = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
		if (given === undefined) return unauthorized();
		const [expected, actual] = await Promise.all([digest(token), digest(given)]);
		if (!crypto.subtle.timingSafeEqual(expected, actual)) {
			lockOut.fail(client, now);
			log('console_refused', { code: 'unauthorized' }, 'warn');
			return unauthorized();
		}
		c.set('who', toHex(expected).slice(0, FINGERPRINT_LENGTH));
		return next();
	});
}

function unauthorized(): Response {
	return problemResponse('unauthorized', undefined, { 'www-authenticate': 'Bearer realm="Doorstep console"' });
}

function digest(text: string): Promise<ArrayBuffer> {
	return crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
}

function toHex(digest: ArrayBuffer): string {
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
