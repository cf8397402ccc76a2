import type { Environment } from './secret.ts';
import { allowsLocalVendors } from './vendor-address.ts';

/** How the secrets of `demo/demo.env` begin: of its own words, of its webhook, of its receipt key. */
const BEGINNINGS = ['demo-', 'whsec_dW1icmFsIGRlbW8g', 'eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6Im9Nb1R6a1h5'];

/** Whether a secret is one of the demo's, which everybody can read, in a Worker that is not the demo's. */
export function isPublicSecret(value: string, env: Environment): boolean {
	return !allowsLocalVendors(env) && BEGINNINGS.some((beginning) => value.startsWith(beginning));
}

/** The secrets that everybody knows, each with its remedy. Empty in the demo, and where all is well. */
export function toPublicSecretFaults(env: Environment): string[] {
	return Object.entries(env)
		.filter(([, value]) => typeof value === 'string' && isPublicSecret(value, env))
		.map(([name]) => `${name} is the demo's, which everybody can read; run "wrangler secret put ${name}"`);
}
