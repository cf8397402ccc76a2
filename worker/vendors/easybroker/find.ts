import type { Lead } from '../../../contract/lead.ts';
import { readJsonObject } from '../classify.ts';
import type { Finding, Lookup, VendorAnswer, VendorCall } from '../vendor.ts';
import { toHeaders, toPath, toPropertyId } from './request.ts';
import type { EasyBrokerRole, EasyBrokerSettings } from './settings.ts';

type Call = VendorCall<EasyBrokerSettings, EasyBrokerRole>;

/** How much earlier than our receipt the list is read from, in milliseconds: room for clocks that disagree. */
const CLOCK_MARGIN_MS = 60 * 60 * 1000;

/** Rows a page; the documented maximum. */
const PAGE_LIMIT = 50;

/** Looks for a lead in the list of contact requests, narrowed to its property and to the time since it came. */
export function find(lead: Lead, call: Call, page = 1): Lookup {
	const query = new URLSearchParams({
		happened_after: new Date(lead.receivedAt - CLOCK_MARGIN_MS).toISOString(),
		limit: String(PAGE_LIMIT),
		page: String(page),
	});
	const propertyId = toPropertyId(lead);
	if (propertyId) query.set('property_id', propertyId);
	return {
		request: {
			method: 'GET',
			url: `${call.baseUrl}${toPath(call.settings)}?${query}`,
			headers: toHeaders(call),
		},
		read: (answer) => readList(answer, lead, call, page),
	};
}

/**
 * Reads one page of the list. Ours is the row with our `remote_id` (sent as a number, returned as a string), or,
 * where the account endpoint knows no such field, the one whose message holds the lead's id.
 */
function readList(answer: VendorAnswer, lead: Lead, call: Call, page: number): Finding {
	if (answer.status !== 200) return { found: 'unclear', reason: `the list answered HTTP ${answer.status}` };
	const body = readJsonObject(answer);
	if (answer.truncated || !Array.isArray(body?.content)) {
		return { found: 'unclear', reason: 'the list could not be read' };
	}
	const number = String(call.context.number);
	const hit = body.content.some((row: { remote_id?: unknown; message?: unknown } | null) =>
		call.settings.mode === 'partner'
			? row?.remote_id != null && String(row.remote_id) === number
			: typeof row?.message === 'string' && row.message.includes(lead.id),
	);
	if (hit) return { found: 'present', reference: number };
	const next = (body.pagination as { next_page?: unknown } | undefined)?.next_page;
	// The next page is asked for by number: an address from an answer is never followed.
	return next ? { found: 'elsewhere', next: find(lead, call, page + 1) } : { found: 'absent' };
}
