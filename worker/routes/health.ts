import version from '../../dist/version.txt';
import type { Env } from '../env.ts';
import { toReceiptFaults } from '../receipt/receipt-faults.ts';
import { toScreenNotes } from '../screen/to-screen-notes.ts';
import { toPublicSecretFaults } from '../site/demo-secrets.ts';
import { destinationsOf } from '../site/destinations-of.ts';
import type { SiteRegistry } from '../site/registry.ts';
import { readSecret } from '../site/secret.ts';
import { allowsLocalVendors, checkVendorAddress, readVendorAddress } from '../site/vendor-address.ts';

/**
 * `GET /v1/health`: 200 `{status: 'ok', version}`, or 503 `{status: 'degraded', faults}` where a lead of some site could be
 * stored but not delivered, alerts could not be sent, or a secret is one that everybody knows. Faults name site, setting and remedy; a secret's name is no
 * secret. `notes`, where there are any, say what else is not set as it could be; they leave the status alone.
 */
export async function healthResponse(registry: SiteRegistry, env: Env): Promise<Response> {
	const faults: string[] = [];
	let sites = 0;
	for (const site of registry.all()) {
		sites++;
		for (const destination of destinationsOf(site)) {
			const { name, secrets, vendor } = destination;
			for (const [role, ref] of Object.entries(secrets)) {
				if (readSecret(ref, env) !== undefined || vendor.optionalSecrets?.includes(role)) continue;
				faults.push(`site ${site.id}, ${name}: ${ref.name} is not set; run "wrangler secret put ${ref.name}"`);
			}
			const address = readVendorAddress(destination, env);
			if (!address.ok) faults.push(`site ${site.id}, ${name}: ${address.fault}`);
		}
	}
	const alerts = readSecret({ kind: 'secret', name: 'ALERT_WEBHOOK_URL' }, env);
	const remedy = alerts && checkVendorAddress(alerts, allowsLocalVendors(env));
	if (remedy) faults.push(`ALERT_WEBHOOK_URL: ${remedy}`);
	faults.push(...toPublicSecretFaults(env));
	const notes = [...(await toReceiptFaults(env)), ...toScreenNotes(registry.all(), env)];
	const ok = faults.length === 0;
	return Response.json(
		{ status: ok ? 'ok' : 'degraded', version, sites, ...(!ok && { faults }), ...(notes.length > 0 && { notes }) },
		{ status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } },
	);
}
