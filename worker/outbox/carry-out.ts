import type { Lead } from '../../contract/lead.ts';
import type { Site } from '../site/define-site.ts';
import type { Destination } from '../site/destination.ts';
import { type Environment, readSecret, readVariable } from '../site/secret.ts';
import { findTexts } from '../texts/index.ts';
import type { Finding, Lookup, Outcome, VendorCall } from '../vendors/vendor.ts';
import type { Delivery } from './delivery.ts';
import { sendRequest } from './send-request.ts';

/** Most pages of a vendor's list read in one look-up. */
const LOOKUP_MAX_PAGES = 10;

/** A destination that can be called: its site, and the environment that holds its secrets. */
export interface Target {
	site: Site;
	destination: Destination;
	env: Environment;
}

/** Sends a lead to its vendor, once. */
export async function sendLead(target: Target, delivery: Delivery): Promise<Outcome> {
	const call = toCall(target, delivery);
	if (typeof call === 'string') return { outcome: 'refused', scope: 'destination', reason: call };
	const { vendor, manners } = target.destination;
	const lead = readLead(delivery);
	const answer = await sendRequest(vendor.toRequest(lead, call), manners.timeoutMs);
	if ('reason' in answer) return { outcome: 'unknown', reason: answer.reason, answered: false };
	return vendor.readResponse(answer, lead, call);
}

/** Asks the vendor whether it has a lead, or how its job ended. */
export async function lookUp(target: Target, delivery: Delivery): Promise<Finding> {
	const call = toCall(target, delivery);
	if (typeof call === 'string') return { found: 'unclear', reason: call };
	const { vendor, manners } = target.destination;
	let lookup: Lookup | undefined =
		delivery.job === null ? vendor.find?.(readLead(delivery), call) : vendor.confirm?.(delivery.job, call);
	if (!lookup) return { found: 'failed', reason: 'this vendor cannot be asked' };
	for (let page = 0; page < LOOKUP_MAX_PAGES; page++) {
		const answer = await sendRequest(lookup.request, manners.timeoutMs);
		if ('reason' in answer) return { found: 'unclear', reason: answer.reason };
		const finding = lookup.read(answer);
		if (finding.found !== 'elsewhere') return finding;
		lookup = finding.next;
	}
	return { found: 'unclear', reason: `not among the first ${LOOKUP_MAX_PAGES} pages` };
}

/** Puts together what a call needs; or says which secret is missing. */
function toCall({ site, destination, env }: Target, delivery: Delivery): VendorCall<unknown> | string {
	const secrets: Record<string, string> = {};
	for (const [role, ref] of Object.entries(destination.secrets)) {
		const value = readSecret(ref, env);
		if (value === undefined) return `the secret ${ref.name} is not set: run "wrangler secret put ${ref.name}"`;
		secrets[role] = value;
	}
	return {
		settings: destination.settings,
		secrets,
		baseUrl: readVariable(destination.baseUrl, env),
		context: {
			site: site.id,
			language: site.language,
			country: site.country,
			currency: site.currency,
			timeZone: site.timeZone,
			number: delivery.number,
			now: Date.now(),
			texts: findTexts(site.language),
		},
	};
}

function readLead(delivery: Delivery): Lead {
	return JSON.parse(delivery.lead ?? 'null') as Lead;
}
