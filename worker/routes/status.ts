import type { Env } from '../env.ts';
import type { DeliveryState, DeliveryStatus } from '../outbox/protocol.ts';
import type { Site } from '../site/define-site.ts';
import { callLeadOutbox } from './call-lead-outbox.ts';
import { RETRY_AFTER_SECONDS } from './call-outbox.ts';
import { problemResponse } from './problem-response.ts';

/**
 * `GET /v1/sites/:site/leads/:id`: `{id, state}`, to whoever holds the id. Nothing personal, and nothing a bot could
 * learn from: a held lead reads like a queued one.
 */
export async function statusResponse(
	site: Site,
	leadId: string,
	env: Env,
	headers: Record<string, string>,
): Promise<Response> {
	const deliveries = await callLeadOutbox(env, site, leadId, (outbox) => outbox.statusOf(leadId));
	if (deliveries === undefined) {
		return problemResponse('unavailable', undefined, { ...headers, 'retry-after': String(RETRY_AFTER_SECONDS) });
	}
	const state = toPublicState(deliveries, site);
	if (state === undefined) return problemResponse('not_found', undefined, headers);
	return Response.json({ id: leadId, state }, { headers: { 'cache-control': 'no-store', ...headers } });
}

/** What a page is told: where the lead stands at the site's first destination, its CRM. */
function toPublicState(deliveries: readonly DeliveryStatus[], site: Site): DeliveryState | undefined {
	const crm = site.deliverTo[0]?.name;
	const state = (deliveries.find(({ destination }) => destination === crm) ?? deliveries[0])?.state;
	return state === 'held' || state === 'discarded' ? 'queued' : state;
}
