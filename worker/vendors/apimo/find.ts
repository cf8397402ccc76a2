import type { Lead } from '../../../contract/lead.ts';
import { readJsonObject } from '../classify.ts';
import type { Finding, Lookup, VendorAnswer, VendorCall } from '../vendor.ts';
import { toAddress, toHeaders } from './request.ts';
import type { ApimoRole, ApimoSettings } from './settings.ts';

type Call = VendorCall<ApimoSettings, ApimoRole>;

/** How much earlier than our receipt the list is read from, in milliseconds: room for clocks that disagree. */
const CLOCK_MARGIN_MS = 60 * 60 * 1000;

/**
 * Rows a page. Apimo allows 10,000, but a row holds the whole message and an answer is read only up to a cap: 200 rows
 * of 2.5 kB are half a megabyte. Every page costs one of about 1000 calls a day, so not fewer either.
 */
const PAGE_LIMIT = 200;

/**
 * Rows read twice from one full page to the next. The list is of leads "created or updated since" and its order is not
 * documented: a row that moves to its end between two pages would let another slip past.
 */
const OVERLAP = 10;

/** Which rows of the list to read. */
interface Page {
	offset: number;
	limit: number;
}

/** Looks for a lead in the agency's list, narrowed to what was created or updated since it came. */
export function find(lead: Lead, call: Call, page: Page = { offset: 0, limit: PAGE_LIMIT }): Lookup {
	const query = new URLSearchParams({
		limit: String(page.limit),
		offset: String(page.offset),
		timestamp: String(Math.floor((lead.receivedAt - CLOCK_MARGIN_MS) / 1000)),
	});
	return {
		request: { method: 'GET', url: `${toAddress(call)}?${query}`, headers: toHeaders(call) },
		read: (answer) => readList(answer, lead, call, page),
	};
}

/** Reads one page. Ours is the row with our `reference`; only an end of the list that was seen proves that it is absent. */
function readList(answer: VendorAnswer, lead: Lead, call: Call, { offset, limit }: Page): Finding {
	if (answer.status !== 200) return { found: 'unclear', reason: `the list answered HTTP ${answer.status}` };
	if (answer.truncated) {
		return limit > 1
			? { found: 'elsewhere', next: find(lead, call, { offset, limit: Math.floor(limit / 4) || 1 }) }
			: { found: 'unclear', reason: 'the list could not be read' };
	}
	const body = readJsonObject(answer);
	const rows = body?.leads;
	if (!Array.isArray(rows)) return { found: 'unclear', reason: 'the list could not be read' };

	const hit = rows.find((row: { reference?: unknown } | null) => row?.reference === lead.id) as
		| { id?: unknown }
		| undefined;
	if (hit) return { found: 'present', reference: toReference(hit.id, lead) };
	if (rows.length === 0 || offset + rows.length >= Number(body?.total_items)) return { found: 'absent' };
	const overlap = rows.length < limit ? 0 : Math.min(OVERLAP, Math.floor(limit / 2));
	return { found: 'elsewhere', next: find(lead, call, { offset: offset + rows.length - overlap, limit }) };
}

/** The row's id; our own, by which it was found, where the row has none that survived as a number. */
function toReference(id: unknown, lead: Lead): string {
	return typeof id === 'string' || Number.isSafeInteger(id) ? String(id) : lead.id;
}
