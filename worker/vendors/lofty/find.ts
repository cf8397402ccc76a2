import type { Lead } from '../../../contract/lead.ts';
import { readRetryAfter } from '../classify.ts';
import type { Finding, Lookup, VendorAnswer, VendorCall, VendorRequest } from '../vendor.ts';
import { ID_PATTERN, parseWithIds } from './ids.ts';
import { toHeaders } from './request.ts';
import { readReset } from './response.ts';
import type { LoftyRole, LoftySettings } from './settings.ts';

type Call = VendorCall<LoftySettings, LoftyRole>;

/** Fewest digits two phone numbers must share at their ends to be one: a US number without its country code. */
const PHONE_TAIL = 10;

/**
 * Looks a lead up after an unknown outcome. That its contact is there proves nothing: the person may have been a
 * contact before. So the contact's notes are read for the lead's id, which stands in the details block.
 */
export function find(lead: Lead, call: Call): Lookup {
	return {
		request: toSearch(lead, call),
		read: (answer) => {
			const found = readContacts(answer, lead, call);
			if (!Array.isArray(found)) return found;
			return found.length > 0 ? { found: 'elsewhere', next: findNote(found, lead, call) } : { found: 'absent' };
		},
	};
}

/**
 * Asks which record a delivered lead ended up in: the id in the answer may be of one that was merged away. Stored
 * shortly after the answer, so an early look-up may find nothing yet; then the reference stays.
 */
export function resolve(lead: Lead, reference: string, call: Call): Lookup {
	return {
		request: toSearch(lead, call),
		read: (answer) => {
			const found = readContacts(answer, lead, call);
			if (!Array.isArray(found)) return found;
			if (found.includes(reference)) return { found: 'present', reference };
			const [only, ...others] = found;
			if (only === undefined) return { found: 'absent' };
			return others.length === 0
				? { found: 'present', reference: only }
				: { found: 'unclear', reason: 'more than one contact matches' };
		},
	};
}

/** `GET /v1.0/leads?email=…&preciseSearchFlag=true` (5.5.4): exact, by e-mail, or by phone where there is none. */
function toSearch(lead: Lead, call: Call): VendorRequest {
	const query = new URLSearchParams(lead.email ? { email: lead.email } : { phone: phoneOf(lead) ?? '' });
	query.set('preciseSearchFlag', 'true');
	return { method: 'GET', url: `${call.baseUrl}/v1.0/leads?${query}`, headers: toHeaders(call) };
}

/** The ids of the contacts that are the lead's, checked row by row: an ignored filter would list strangers. */
function readContacts(answer: VendorAnswer, lead: Lead, call: Call): string[] | Finding {
	if (!lead.email && !phoneOf(lead)) return { found: 'failed', reason: 'neither e-mail nor phone to look it up by' };
	if (answer.status !== 200) return toUnclear(answer, call);
	const body = parseWithIds(answer.text) as { leads?: unknown } | null | undefined;
	if (answer.truncated || !Array.isArray(body?.leads)) {
		return { found: 'unclear', reason: 'the list could not be read' };
	}
	const ids = body.leads.flatMap((row: { lead?: unknown } | null) => {
		// The document's example wraps each row (3. Pagination), its schema (6.40) doesn't.
		const contact = (row?.lead ?? row ?? {}) as { leadId?: unknown; emails?: unknown; phones?: unknown };
		return isSame(contact, lead) && typeof contact.leadId === 'string' && ID_PATTERN.test(contact.leadId)
			? [contact.leadId]
			: [];
	});
	return [...new Set(ids)];
}

function isSame(contact: { emails?: unknown; phones?: unknown }, lead: Lead): boolean {
	const values = (list: unknown) => (Array.isArray(list) ? list.filter((value) => typeof value === 'string') : []);
	if (lead.email) {
		const email = lead.email.toLowerCase();
		return values(contact.emails).some((value) => value.trim().toLowerCase() === email);
	}
	const tail = toTail(phoneOf(lead));
	return tail !== '' && values(contact.phones).some((value) => toTail(value) === tail);
}

/** Reads the first contact's notes (`GET /v1.0/notes?leadId=`, 5.7.2) for the lead's id, then the next one's. */
function findNote([id = '', ...others]: string[], lead: Lead, call: Call): Lookup {
	return {
		request: { method: 'GET', url: `${call.baseUrl}/v1.0/notes?leadId=${id}`, headers: toHeaders(call) },
		read: (answer) => {
			const notes = readNotes(answer);
			if (notes?.some((content) => content.includes(lead.id))) return { found: 'present', reference: id };
			if (others.length > 0) return { found: 'elsewhere', next: findNote(others, lead, call) };
			if (!notes && answer.status >= 429) return toUnclear(answer, call);
			// Sent again it merges by e-mail, so at worst the contact has the same note twice. Nothing else is at stake,
			// which is why notes that this account may not read count as absent here.
			if (lead.email) return { found: 'absent' };
			// Without an e-mail nothing merges: sent again it could become a second contact.
			return {
				found: 'failed',
				reason: 'a contact with this phone number is at Lofty; look there before sending it again',
			};
		},
	};
}

/** The notes' texts. The document says an array, clients have met `{"notes": […]}`. */
function readNotes({ status, text, truncated }: VendorAnswer): string[] | undefined {
	if (status !== 200 || truncated) return undefined;
	const body = parseWithIds(text) as { notes?: unknown } | unknown[] | null | undefined;
	const list = Array.isArray(body) ? body : body?.notes;
	if (!Array.isArray(list)) return undefined;
	return list.flatMap((note: { content?: unknown } | null) =>
		typeof note?.content === 'string' ? [note.content] : [],
	);
}

function toUnclear(answer: VendorAnswer, { context }: Call): Finding {
	const afterMs =
		answer.status === 429 ? (readRetryAfter(answer, context.now) ?? readReset(answer, context.now)) : undefined;
	return {
		found: 'unclear',
		reason: `the look-up answered HTTP ${answer.status}`,
		...(afterMs !== undefined && { afterMs }),
	};
}

function phoneOf(lead: Lead): string | undefined {
	return lead.phoneE164 ?? lead.phone;
}

function toTail(phone: string | undefined): string {
	return (phone ?? '').replace(/\D/g, '').slice(-PHONE_TAIL);
}
