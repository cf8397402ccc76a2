import type { Lead } from '../../contract/lead.ts';
import type { Env } from '../env.ts';
import { sha256 } from '../intake/hash.ts';
import { log } from '../log.ts';
import type { AcceptResult } from '../outbox/protocol.ts';
import type { Site } from '../site/define-site.ts';
import { callOutbox } from './call-outbox.ts';

/**
 * Stores a lead in its site's outbox.
 * @param openUntil until when answers may follow, epoch milliseconds; null when none will
 * @returns undefined when the outbox could not be reached
 */
export async function storeLead(
	env: Env,
	site: Site,
	lead: Lead,
	openUntil: number | null,
): Promise<AcceptResult | undefined> {
	// `receivedAt` differs between repeats, so the hash is of what the caller sent.
	const { receivedAt, ...sent } = lead;
	const bodyHash = await sha256(JSON.stringify(sent));
	const result = await callOutbox(env, site.id, (outbox) =>
		outbox.accept({ site: site.id, lead, bodyHash, openUntil }),
	);
	if (result) log('lead', { site: site.id, id: lead.id, code: result });
	return result;
}
