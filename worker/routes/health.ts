import type { Env } from '../env.ts';
import { destinationsOf } from '../site/destinations-of.ts';
import type { SiteRegistry } from '../site/registry.ts';
import { readSecret } from '../site/secret.ts';

/**
 * `GET /v1/health`: 200 `{status: 'ok'}`, or 503 `{status: 'degraded', faults}` where a lead of some site could be
 * stored but not delivered. Faults name site, setting and remedy; a secret's name is no secret.
 */
export function healthResponse(registry: SiteRegistry, env: Env): Response {
	const faults: string[] = [];
	let sites = 0;
	for (const site of registry.all()) {
		sites++;
		for (const { name, secrets, vendor } of destinationsOf(site)) {
			for (const [role, ref] of Object.entries(secrets)) {
				if (readSecret(ref, env) !== undefined || vendor.optionalSecrets?.includes(role)) continue;
				faults.push(`site ${site.id}, ${name}: ${ref.name} is not set; run "wrangler secret put ${ref.name}"`);
			}
		}
	}
	const ok = faults.length === 0;
	return Response.json(
		{ status: ok ? 'ok' : 'degraded', sites, ...(!ok && { faults }) },
		{ status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } },
	);
}
