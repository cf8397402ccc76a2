import type { Lead } from '../../contract/lead.ts';
import type { Site } from '../site/define-site.ts';
import type { Destination } from '../site/destination.ts';
import { type Environment, readSecret } from '../site/secret.ts';
import { readVendorAddress } from '../site/vendor-address.ts';
import { loadTexts } from '../texts/load-texts.ts';
import { UnsendableLead } from '../vendors/unsendable-lead.ts';
import type { Finding, Lookup, NoAnswer, Outcome, VendorAnswer, VendorCall, VendorRequest } from '../vendors/vendor.ts';
import type { Delivery } from './delivery.ts';
import { sendRequest } from './send-request.ts';

/** Most pages of a vendor's list read in one look-up. */
const LOOKUP_MAX_PAGES = 10;

/** A destination that can be called: its site, and the environment that holds its secrets. */
export interface Target {
	site: Site;
	destination: Destination;
	env: Environment;
	/** Told of every call to the vendor, before it goes out. */
	onCall: () => void;
}

/** Sends a lead to its vendor, once. */
export async function sendLead(target: Target, delivery: Delivery): Promise<Outcome> {
	const call = await toCall(target, delivery);
	if (typeof call === 'string') return { outcome: 'refused', scope: 'destination', reason: call };
	const { vendor } = target.destination;
	const lead = readLead(delivery);
	let request: VendorRequest;
	try {
		request = vendor.toRequest(lead, call);
	} catch (error) {
		if (error instanceof UnsendableLead) return { outcome: 'refused', scope: error.scope, reason: error.reason };
		throw error;
	}
	const answer = await send(target, request);
	if ('reason' in answer) return { outcome: 'unknown', reason: answer.reason, answered: false };
	return vendor.readResponse(answer, lead, call);
}

/** Asks the vendor whether it has a lead, or how its job ended. */
export async function lookUp(target: Target, delivery: Delivery): Promise<Finding> {
	const call = await toCall(target, delivery);
	if (typeof call === 'string') return { found: 'unclear', reason: call };
	const { vendor } = target.destination;
	const lookup = delivery.job === null ? vendor.find?.(readLead(delivery), call) : vendor.confirm?.(delivery.job, call);
	return lookup ? followLookup(target, lookup) : { found: 'failed', reason: 'this vendor cannot be asked' };
}

/**
 * What is left to do once a lead is delivered: under which record it ended up, and the further calls that carry what
 * the lead call can't. None of it can fail the lead; the details block holds it all.
 * @returns the reference to keep, and why further calls failed, if any did
 */
export async function followUp(
	target: Target,
	delivery: Delivery,
	reference: string,
): Promise<{ reference: string; failures: string[] }> {
	const call = await toCall(target, delivery);
	if (typeof call === 'string') return { reference, failures: [] };
	const { vendor } = target.destination;
	const lead = readLead(delivery);
	const failures: string[] = [];
	const resolve = vendor.resolve?.(lead, reference, call);
	const resolved = resolve && (await followLookup(target, resolve));
	const kept = resolved?.found === 'present' ? resolved.reference : reference;
	for (const request of vendor.extras?.(lead, kept, call) ?? []) {
		const answer = await send(target, request);
		if ('reason' in answer) failures.push(answer.reason);
		else if (answer.status >= 300) failures.push(`HTTP ${answer.status}`);
	}
	return { reference: kept, failures };
}

async function followLookup(target: Target, first: Lookup): Promise<Finding> {
	let lookup = first;
	for (let page = 0; page < LOOKUP_MAX_PAGES; page++) {
		const answer = await send(target, lookup.request);
		if ('reason' in answer) return { found: 'unclear', reason: answer.reason };
		const finding = lookup.read(answer);
		if (finding.found !== 'elsewhere') return finding;
		lookup = finding.next;
	}
	return { found: 'elsewhere', next: lookup };
}

function send({ destination, onCall, env }: Target, request: VendorRequest): Promise<VendorAnswer | NoAnswer> {
	onCall();
	return sendRequest(request, destination.manners.timeoutMs, env);
}

/** Puts together what a call needs; or says which secret is missing, or that the address is none to send leads to. */
async function toCall({ site, destination, env }: Target, delivery: Delivery): Promise<VendorCall<unknown> | string> {
	const secrets: Record<string, string> = {};
	for (const [role, ref] of Object.entries(destination.secrets)) {
		const value = readSecret(ref, env);
		if (value === undefined && destination.vendor.optionalSecrets?.includes(role)) continue;
		if (value === undefined) return `the secret ${ref.name} is not set: run "wrangler secret put ${ref.name}"`;
		secrets[role] = value;
	}
	const address = readVendorAddress(destination, env);
	if (!address.ok) return address.fault;
	return {
		settings: destination.settings,
		secrets,
		baseUrl: address.address,
		context: {
			site: site.id,
			language: site.language,
			country: site.country,
			currency: site.currency,
			timeZone: site.timeZone,
			number: delivery.number,
			now: Date.now(),
			texts: await loadTexts(site.language, env),
			siteName: site.name,
			...(destination === site.fallback?.to && { lateAt: site.deliverTo[0]?.name ?? '' }),
		},
	};
}

function readLead(delivery: Delivery): Lead {
	return JSON.parse(delivery.lead ?? 'null') as Lead;
}
