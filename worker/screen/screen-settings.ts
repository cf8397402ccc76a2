import type { SecretRef, VariableRef } from '../site/secret.ts';

/** How a site tells people from programs; all of it optional. docs/screening.md says when to choose what. */
export interface ScreenSettings {
	/** Whether signals are weighed at all; true when absent. Turnstile, proof of work and caps count in any case. */
	scores?: boolean;
	/** From which sum of weights on a lead is held; 100 when absent. Higher holds less. */
	holdAt?: number;
	turnstile?: TurnstileSettings;
	/** `true`, or how hard: every visitor's device does about 256 times `cost` rounds of PBKDF2. Needs GUARD_KEY. */
	proofOfWork?: boolean | { cost: number };
}

/** Cloudflare Turnstile: https://developers.cloudflare.com/turnstile/ */
export interface TurnstileSettings {
	/** The public key of the Turnstile widget. */
	siteKey: string;
	/** The secret key, by the name of its secret. */
	secretKey: SecretRef;
	/** Where tokens are verified; Cloudflare's documented address when absent. */
	url?: string | VariableRef;
	/** How long the verifying may take, in milliseconds; 3000 when absent. Then the lead goes on, and is marked. */
	timeoutMs?: number;
}

/** How many leads a site takes before further ones are held; leads, not deliveries. */
export interface LeadLimits {
	/** Within any 60 seconds; 60 when absent. */
	perMinute?: number;
	/** Within any 24 hours; 2000 when absent. */
	perDay?: number;
}

/** A busy portal's listing gets a few leads an hour; 60 a minute is an open house on television. */
export const PER_MINUTE = 60;

/** More than one lead a minute, all day and night: no agency answers that many. */
export const PER_DAY = 2000;

/** Most that either may be: beyond it there is no cap worth the name. */
const LIMIT_MAX = 1_000_000;

/**
 * Checks these settings.
 * @returns what is wrong, each as `setting: what to write instead`
 */
export function findScreenFaults(screen: ScreenSettings = {}, limits: LeadLimits = {}): string[] {
	const faults: string[] = [];
	const check = (ok: boolean, fault: string) => ok || faults.push(fault);
	const { holdAt, turnstile, proofOfWork } = screen;
	check(holdAt === undefined || holdAt > 0, 'screen.holdAt: write a number above 0; 100 is usual');
	if (turnstile) {
		const { siteKey, secretKey, timeoutMs } = turnstile;
		check(
			timeoutMs === undefined || timeoutMs > 0,
			'screen.turnstile.timeoutMs: write a number of milliseconds above 0',
		);
		check(/^[\w.-]{10,100}$/.test(siteKey), 'screen.turnstile.siteKey: write the site key as the dashboard shows it');
		check(
			secretKey?.kind === 'secret' && /^[A-Z][A-Z0-9_]*$/.test(secretKey.name),
			"screen.turnstile.secretKey: write secret('SITE_TURNSTILE_KEY'), never the value itself",
		);
	}
	if (typeof proofOfWork === 'object') {
		const { cost } = proofOfWork;
		check(
			Number.isInteger(cost) && cost >= 100 && cost <= 20_000,
			'screen.proofOfWork.cost: write a whole number from 100 to 20000',
		);
	}
	for (const name of ['perMinute', 'perDay'] as const) {
		const limit = limits[name];
		check(
			limit === undefined || (Number.isInteger(limit) && limit >= 1 && limit <= LIMIT_MAX),
			`limits.${name}: write a whole number from 1 to ${LIMIT_MAX}`,
		);
	}
	return faults;
}
