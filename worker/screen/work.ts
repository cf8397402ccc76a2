import type { Challenge, Payload } from 'altcha-lib/types';
import { toHex } from '../hex.ts';
import type { Site } from '../site/define-site.ts';
import type { Environment } from '../site/secret.ts';
import { findGuardKey } from './guard-key.ts';
import type { Screening } from './screening.ts';
import type { SignalCode } from './signals.ts';
import { STAMP_MAX_AGE_MS } from './stamp.ts';

/**
 * Proof of work by ALTCHA's second protocol (https://altcha.org/docs/v2/): the sender finds a counter whose derived key
 * begins with a zero byte, 256 tries on average, each of `cost` rounds of PBKDF2-SHA-256. Checking takes one.
 */

/** Rounds of PBKDF2, where a site says nothing else: some 0.3 s on a laptop, one or two on an old phone. */
const COST = 1000;

/** Sets a task; undefined for sites that want none, and without GUARD_KEY. */
export async function setWork(env: Environment, site: Site, now: number): Promise<Challenge | undefined> {
	const secret = await readWorkSecret(env, site);
	if (secret === undefined) return undefined;
	const { createChallenge, deriveKey } = await import('./altcha.ts');
	const wanted = site.screen?.proofOfWork;
	return createChallenge({
		algorithm: 'PBKDF2/SHA-256',
		cost: typeof wanted === 'object' ? wanted.cost : COST,
		deriveKey,
		// As long as a lead may be kept on a device that is offline.
		expiresAt: Math.floor((now + STAMP_MAX_AGE_MS) / 1000),
		data: { site: site.id },
		hmacSignatureSecret: secret,
	});
}

/**
 * Verifies a solved task.
 * @param solution the ALTCHA payload: base64 of `{challenge, solution}` as JSON
 * @returns what speaks against it, and what is to be spent
 */
export async function verifyWork(
	env: Environment,
	site: Site,
	solution: string | undefined,
): Promise<{ signals: SignalCode[]; spend: Screening['spend'] }> {
	const secret = await readWorkSecret(env, site);
	if (secret === undefined) return { signals: [], spend: null };
	if (solution === undefined) return { signals: ['proof_missing'], spend: null };
	const forged = { signals: ['proof_forged' as const], spend: null };
	try {
		const payload = JSON.parse(atob(solution)) as Payload;
		const { nonce, expiresAt, data } = payload.challenge.parameters;
		const { verifySolution, deriveKey } = await import('./altcha.ts');
		const { verified } = await verifySolution({ ...payload, deriveKey, hmacSignatureSecret: secret });
		if (!verified || data?.site !== site.id || expiresAt === undefined) return forged;
		return { signals: [], spend: { id: nonce, expiresAt } };
	} catch {
		// Whatever does not have the shape is none of ours.
		return forged;
	}
}

/** The library takes its key as text. */
async function readWorkSecret(env: Environment, { screen }: Site): Promise<string | undefined> {
	const key = screen?.proofOfWork ? await findGuardKey(env, 'proof of work') : undefined;
	if (!key) return undefined;
	const raw = (await crypto.subtle.exportKey('raw', key)) as ArrayBuffer;
	return toHex(raw);
}
