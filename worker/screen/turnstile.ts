import { isAllowedOrigin } from '../guard/origin.ts';
import { log } from '../log.ts';
import type { Site } from '../site/define-site.ts';
import { type Environment, readSecret, readVariable } from '../site/secret.ts';
import type { TurnstileSettings } from './screen-settings.ts';
import type { SignalCode } from './signals.ts';

/** Where tokens are verified (https://developers.cloudflare.com/turnstile/get-started/server-side-validation/). */
const SITEVERIFY = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';

/** The action our widget names, so that a token of another form of the same site key is not taken. */
export const TURNSTILE_ACTION = 'lead';

/** How long siteverify is waited for, in milliseconds. It answers within 200; a visitor waits for what is longer. */
const TIMEOUT_MS = 3000;

/** Error codes that speak of the token. All others are our own fault or Cloudflare's, and nobody's guilt. */
const TOKEN_ERRORS = new Set(['missing-input-response', 'invalid-input-response', 'timeout-or-duplicate']);

/**
 * Cloudflare's secrets for tests (https://developers.cloudflare.com/turnstile/troubleshooting/testing/). What they verify
 * is of no real host or action.
 */
const DUMMY_SECRET = /^[123]x0{31}AA$/;

/** Cloudflare's answer, as far as it is documented and used. */
interface Verification {
	success?: boolean;
	hostname?: string;
	action?: string;
	'error-codes'?: string[];
}

/**
 * Has Cloudflare verify a Turnstile token, for sites that use it.
 *
 * The lead's id is the idempotency key: a lead that was sent twice because its answer was lost is verified once. A lead
 * that is stored already stays what it is, whatever comes of this: its id is known.
 */
export async function verifyTurnstile(
	env: Environment,
	site: Site,
	leadId: string,
	token: string | undefined,
	own: string,
): Promise<SignalCode[]> {
	const settings = site.screen?.turnstile;
	if (!settings) return [];
	if (token === undefined) return ['turnstile_missing'];
	const secret = readSecret(settings.secretKey, env);
	if (secret === undefined) return toDown(site, `${settings.secretKey.name} is not set`);
	const answer = await askSiteverify(settings, env, { secret, response: token, idempotency_key: leadId });
	if (typeof answer === 'string') return toDown(site, answer);
	const verdict = judgeVerification(answer, site.origins, own);
	if (verdict === 'unjudged') return toDown(site, answer['error-codes']?.join(' ') ?? 'no error code');
	return verdict === 'ours' || (verdict === 'foreign' && DUMMY_SECRET.test(secret)) ? [] : ['turnstile_failed'];
}

/**
 * What an answer of siteverify says about a token. Pure.
 * @param origins the site's
 * @param own the Worker's own origin, whose hosted pages have the form, too
 * @returns `foreign` for a good token of another host or action; `unjudged` where Cloudflare could not tell
 */
export function judgeVerification(
	{ success, hostname, action, 'error-codes': errors = [] }: Verification,
	origins: readonly string[],
	own: string,
): 'ours' | 'foreign' | 'refused' | 'unjudged' {
	if (!success) return errors.some((code) => TOKEN_ERRORS.has(code)) ? 'refused' : 'unjudged';
	// A token names no scheme and no port, so those of the origins don't count here.
	const hosts = [...origins, own].map((origin) => `https://${new URL(origin).hostname}`);
	const isOurs = hostname !== undefined && isAllowedOrigin(`https://${hostname}`, hosts, '');
	return isOurs && action === TURNSTILE_ACTION ? 'ours' : 'foreign';
}

/** Asks siteverify. Resolves with its answer, or with what kept it from answering. */
async function askSiteverify(
	{ url = SITEVERIFY, timeoutMs = TIMEOUT_MS }: TurnstileSettings,
	env: Environment,
	asked: { secret: string; response: string; idempotency_key: string },
): Promise<Verification | string> {
	const controller = new AbortController();
	const timer = setTimeout(() => controller.abort(), timeoutMs);
	try {
		const response = await fetch(readVariable(url, env), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(asked),
			redirect: 'manual',
			signal: controller.signal,
		});
		const answer: unknown = await response.json();
		return typeof answer === 'object' && answer !== null ? answer : `HTTP ${response.status} without an answer`;
	} catch (error) {
		return error instanceof Error ? error.name : 'unknown error';
	} finally {
		clearTimeout(timer);
	}
}

function toDown(site: Site, reason: string): SignalCode[] {
	log('turnstile_down', { site: site.id, reason }, 'warn');
	return ['turnstile_down'];
}
