import type { Lead } from '../../contract/lead.ts';
import { sha256 } from '../intake/hash.ts';
import { log } from '../log.ts';
import { hashPerson } from '../outbox/person-hash.ts';
import type { AcceptResult } from '../outbox/protocol.ts';
import { makeReceipt } from '../receipt/make-receipt.ts';
import { type Incoming, noticeLead } from '../screen/notice-lead.ts';
import { callLeadOutbox } from './call-lead-outbox.ts';

/**
 * Stores a lead in its site's outbox, with what was noticed about it, and with a sealed receipt of its consents where
 * the Worker has a key for that.
 * @param openUntil until when answers may follow, epoch milliseconds; null when none will
 * @returns undefined when the outbox could not be reached
 */
export async function storeLead(incoming: Incoming, openUntil: number | null): Promise<AcceptResult | undefined> {
	const { env, site, lead } = incoming;
	// `receivedAt` differs between repeats, so the hash is of what the caller sent.
	const { receivedAt, ...sent } = lead;
	const [bodyHash, hashes, receipt, screening] = await Promise.all([
		sha256(JSON.stringify(sent)),
		hashPerson(lead, env),
		makeReceipt(env, site, lead.id, lead, receivedAt),
		noticeLead(incoming),
	]);
	const sealed: Lead = { ...lead, ...(receipt !== undefined && { receipt }) };
	const { id } = lead;
	const request = { id, lead: JSON.stringify(sealed), receivedAt, bodyHash, hashes, openUntil };
	const result = await callLeadOutbox(env, site, id, (outbox, name) =>
		outbox.accept({ site: name, ...request, ...(screening && { screening }) }),
	);
	if (result) log('lead', { site: site.id, id, code: typeof result === 'object' ? 'same_words' : result });
	return result;
}
