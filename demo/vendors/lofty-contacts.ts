import type * as z from 'zod';
import type { loftyLeadRequest } from './lofty-request.ts';

/** What Lofty keeps: contacts, one per e-mail address, each with the notes and activities added to it. */

type LeadFields = z.output<typeof loftyLeadRequest>;

/** One contact. Ids are strings here: they are larger than a double holds exactly. */
export interface LoftyContact {
	leadId: string;
	createdAt: number;
	fields: LeadFields;
	tags: string[];
	notes: string[];
	activities: unknown[];
	/** Look-ups of this contact so far: it is not to be seen at once. */
	reads: number;
}

/** First id: above 2^53, where a JSON number read as a double comes out wrong. */
const FIRST_ID = 9_007_199_254_740_993n;

/** A team's contacts. */
export class LoftyContacts {
	#contacts: LoftyContact[] = [];
	/** Ids that were merged away. They never answer again. */
	#absorbed: string[] = [];

	/**
	 * Adds a lead. "One e-mail address can exist only once per team": a known one is merged into its contact, and the
	 * answer is still an id, which may be that of the record that was merged away.
	 */
	add(fields: LeadFields, now: number): { contact: LoftyContact; leadId: string; merged: boolean } {
		const leadId = String(FIRST_ID + 2n * BigInt(this.#contacts.length + this.#absorbed.length));
		const known = this.#contacts.find((contact) => fields.emails?.some((email) => hasEmail(contact, email)));
		if (!known) {
			const contact: LoftyContact = { leadId, createdAt: now, fields, tags: [], notes: [], activities: [], reads: 0 };
			this.#contacts.push(contact);
			keepNotesAndTags(contact, fields);
			return { contact, leadId, merged: false };
		}
		this.#absorbed.push(leadId);
		known.fields = { ...fields, ...known.fields };
		keepNotesAndTags(known, fields);
		return { contact: known, leadId, merged: true };
	}

	/** The contact of an id; none for ids that were merged away. */
	find(leadId: string | undefined): LoftyContact | undefined {
		return this.#contacts.find((contact) => contact.leadId === leadId);
	}

	/** Contacts with this exact e-mail address and this exact phone, where given. */
	search(email: string | null, phone: string | null): LoftyContact[] {
		return this.#contacts
			.filter((contact) => email === null || hasEmail(contact, email))
			.filter((contact) => phone === null || contact.fields.phones?.includes(phone));
	}

	clear(): void {
		this.#contacts = [];
		this.#absorbed = [];
	}
}

/** "tags: all existing tags will be updated", "tagsAdd: all existing tags will be retained". */
function keepNotesAndTags(contact: LoftyContact, { tags, tagsAdd, content }: LeadFields): void {
	if (tags) contact.tags = [...tags];
	if (tagsAdd) contact.tags = [...new Set([...contact.tags, ...tagsAdd])];
	if (content) contact.notes.push(content);
}

function hasEmail(contact: LoftyContact, email: string): boolean {
	return !!contact.fields.emails?.some((own) => own.toLowerCase() === email.toLowerCase());
}
