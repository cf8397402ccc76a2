import { toBase64Url } from '../base64-url.ts';
import type { Environment } from '../site/secret.ts';
import { findGuardKey } from './guard-key.ts';
import type { SignalCode } from './signals.ts';

/**
 * A signed time stamp tells when a visitor began: `<time>.<nonce>.<signature>`, time and nonce in base 36, the signature
 * the first 16 bytes of an HMAC-SHA-256 over site, time and nonce. It says nothing about who the visitor is.
 */

/** Quicker than this nobody fills a form by hand, in milliseconds; autofill and a ready thumb can. */
const YOUNG_MS = 2000;

/** How long a stamp is good for, in milliseconds: a lead may wait 24 h on a device, a page may have been open as long. */
export const STAMP_MAX_AGE_MS = 48 * 60 * 60 * 1000;

/** How far a stamp may lie in the future, in milliseconds: edge servers' clocks differ. */
const SKEW_MS = 60 * 1000;

/** What a stamp tells: what speaks against it, and its nonce, by which it is known again; null where it is not ours. */
export interface StampReading {
	signals: SignalCode[];
	nonce: string | null;
}

/** Issues a stamp of this moment; undefined where the guard has no key. */
export async function issueStamp(env: Environment, site: string, now: number): Promise<string | undefined> {
	const key = await findGuardKey(env, 'stamp');
	if (!key) return undefined;
	const nonce = [...crypto.getRandomValues(new Uint32Array(2))].map((number) => number.toString(36)).join('');
	const text = `${now.toString(36)}.${nonce}`;
	return `${text}.${await sign(key, site, text)}`;
}

/**
 * Reads the stamp that came with a lead.
 * @param plain whether the lead came as a plain form, whose page may be of a developer who knows no stamps
 * @returns no signals where the guard has no key
 */
export async function readStamp(
	stamp: string | undefined,
	{ env, site, plain, now }: { env: Environment; site: string; plain: boolean; now: number },
): Promise<StampReading> {
	const key = await findGuardKey(env, 'stamp');
	if (!key) return { signals: [], nonce: null };
	if (stamp === undefined) return { signals: [plain ? 'plain_without_stamp' : 'stamp_missing'], nonce: null };
	const [, text = '', time = '', nonce = '', signature = ''] =
		/^(([0-9a-z]{1,11})\.([0-9a-z]{1,14}))\.([\w-]{22})$/.exec(stamp) ?? [];
	const age = now - Number.parseInt(time, 36);
	const genuine = text !== '' && (await sign(key, site, text)) === signature;
	if (!genuine || age < -SKEW_MS) return { signals: ['stamp_forged'], nonce: null };
	if (age > STAMP_MAX_AGE_MS) return { signals: ['stamp_too_old'], nonce };
	return { signals: age < YOUNG_MS ? ['stamp_too_young'] : [], nonce };
}

async function sign(key: CryptoKey, site: string, text: string): Promise<string> {
	const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${site} ${text}`));
	return toBase64Url(new Uint8Array(signature, 0, 16));
}
