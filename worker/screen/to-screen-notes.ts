import type { Site } from '../site/define-site.ts';
import { type Environment, readSecret } from '../site/secret.ts';
import { hasGuardKey } from './guard-key.ts';

/** What the guard can't do for want of a secret, each with its remedy. Empty when all is well. */
export function toScreenNotes(sites: Iterable<Site>, env: Environment): string[] {
	const notes: string[] = [];
	const remedy = (name: string) => `run "wrangler secret put ${name}"`;
	const keyed = hasGuardKey(env);
	if (!keyed) notes.push(`no time stamps tell people from programs: GUARD_KEY is not set; ${remedy('GUARD_KEY')}`);
	for (const { id, screen } of sites) {
		if (screen?.proofOfWork && !keyed) {
			notes.push(`site ${id}: no proof of work is asked for: GUARD_KEY is not set; ${remedy('GUARD_KEY')}`);
		}
		const key = screen?.turnstile?.secretKey;
		if (key && readSecret(key, env) === undefined) {
			notes.push(`site ${id}: Turnstile is not verified: ${key.name} is not set; ${remedy(key.name)}`);
		}
	}
	return notes;
}
