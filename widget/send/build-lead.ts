import { type Answer, isAnswered } from '../../contract/check-field.ts';
import type { Form, FormField } from '../../contract/form.ts';
import type { Attribution, LeadInput, Listing } from '../../contract/lead.ts';
import { writePath } from '../../contract/path.ts';

/** Answers that are lists in the lead, even where the field lets one choose only one. */
const LISTS = ['intent', 'wishes.types', 'wishes.amenities'];

/** What a lead is made of besides the form. */
export interface LeadParts {
	fields: FormField[];
	answerOf: (name: string) => Answer;
	isTicked: (name: string) => boolean;
	listing: Listing;
	attribution: Attribution;
}

/**
 * Makes the lead in the contract's shape, everything as typed. Blank answers are left out. The id is not in it: it
 * belongs to the intent to send, not to the words (see `Submission`).
 */
export function buildLead(form: Form, parts: LeadParts): Omit<LeadInput, 'id'> {
	const lead: Omit<LeadInput, 'id'> = {};
	for (const { name } of parts.fields) {
		const answer = parts.answerOf(name);
		if (isAnswered(answer)) writePath(lead, name, LISTS.includes(name) ? [answer].flat() : answer);
	}
	return {
		...lead,
		listing: parts.listing,
		consent: form.consent.map(({ purpose, wordingId, wordingHash }) => ({
			purpose,
			given: parts.isTicked(`consent.${purpose}`),
			wordingId,
			wordingHash,
		})),
		language: form.language,
		attribution: parts.attribution,
	};
}
