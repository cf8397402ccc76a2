import { createMiddleware } from 'hono/factory';
import type { Env } from '../../env.ts';
import { toHex } from '../../hex.ts';
import { log } from '../../log.ts';
import type { DoorkeeperStub } from '../../outbox/door/protocol.ts';
import { isPublicSecret } from '../../site/demo-secrets.ts';
import { readSecret } from '../../site/secret.ts';
import { callOutbox } from '../call-outbox.ts';
import { problemResponse } from '../problem-response.ts';
import { ACCESS_HEADER, readAccessSettings, verifyAccess } from './access.ts';
import type { ConsoleEnv } from './context.ts';
import { LockOut, toClient } from './lock-out.ts';
import { isForeignPage } from './page-origin.ts';

const CONSOLE_TOKEN = { kind: 'secret', name: 'CONSOLE_TOKEN' } as const;

/** Shortest token taken. 32 characters of a random token are at least 128 bits. */
const TOKEN_MIN_LENGTH = 32;

/** Digits of the token's hash that stand for it in the audit log. */
const FINGERPRINT_LENGTH = 8;

/** The object that remembers wrong tokens; no site's id can be this name. */
const DOOR = 'console';

/**
 * Lets only callers through whom Cloudflare Access vouches for, or who send the bearer token of the secret
 * CONSOLE_TOKEN, and tells the routes who it is. Either way in is open only where its settings are there; the demo's
 * token, which everybody knows, is none outside the demo.
 *
 * The tokens' SHA-256 digests are compared, in constant time: neither what is right about a wrong token nor its
 * length shows in the time an answer takes.
 */
export function createAuthentication() {
	const lockOut = new LockOut();
	return createMiddleware<ConsoleEnv>(async function authenticate(c, next) {
		const secret = readSecret(CONSOLE_TOKEN, c.env);
		const isToken = secret !== undefined && secret.length >= TOKEN_MIN_LENGTH && !isPublicSecret(secret, c.env);
		const token = isToken ? secret : undefined;
		const access = readAccessSettings(c.env);
		if (access === 'incomplete' || (!access && !token)) return problemResponse('console_unset');

		const jwt = c.req.header(ACCESS_HEADER);
		if (access && jwt !== undefined) {
			const who = await verifyAccess(jwt, access, Date.now());
			if (who !== undefined) {
				if (isForeignPage(c.req.raw.headers, new URL(c.req.url).origin)) return problemResponse('foreign_page');
				c.set('who', who);
				c.set('by', 'access');
				return next();
			}
		}

		const given = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
		if (token === undefined) return unauthorized();
		const client = toClient(c.req.header('cf-connecting-ip'));
		const wait = lockOut.waitOf(client, Date.now());
		if (wait > 0) return lockedOut(wait);
		if (given === undefined) return unauthorized();

		const [expected, actual, name] = await Promise.all([digest(token), digest(given), toClientName(client, token)]);
		if (!crypto.subtle.timingSafeEqual(expected, actual)) {
			lockOut.fail(client, Date.now());
			log('console_refused', { code: 'unauthorized' }, 'warn');
			await askDoorkeeper(c.env, (doorkeeper) => doorkeeper.refuse(name));
			return unauthorized();
		}
		// Wrong tokens that other processes of the Worker were sent count here, too.
		const elsewhere = await askDoorkeeper(c.env, (doorkeeper) => doorkeeper.waitOf(name));
		if (elsewhere) return lockedOut(elsewhere);
		c.set('who', toHex(expected).slice(0, FINGERPRINT_LENGTH));
		c.set('by', 'token');
		return next();
	});
}

/**
 * Asks who remembers wrong tokens. Where it can't be reached it stands in nobody's way: what makes guessing hopeless is
 * the token's length, and an operator must get in when something is wrong.
 */
export async function askDoorkeeper<T>(
	env: Env,
	ask: (doorkeeper: DoorkeeperStub) => Promise<T>,
): Promise<T | undefined> {
	return (await callOutbox(env, DOOR, async (outbox) => ({ value: await ask(outbox.doorkeeper()) })))?.value;
}

function unauthorized(): Response {
	return problemResponse('unauthorized', undefined, { 'www-authenticate': 'Bearer realm="Doorstep console"' });
}

function lockedOut(wait: number): Response {
	return problemResponse('locked_out', undefined, { 'retry-after': String(Math.ceil(wait / 1000)) });
}

function digest(text: string): Promise<ArrayBuffer> {
	return crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
}

/** A client's address under a key, so that none is stored that could be read. */
async function toClientName(client: string, token: string): Promise<string> {
	const algorithm = { name: 'HMAC', hash: 'SHA-256' };
	const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(token), algorithm, false, ['sign']);
	return toHex(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(client)));
}
