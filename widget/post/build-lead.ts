import type { Form } from '../../contract/form.ts';
import { writePath } from '../../contract/path.ts';
import type { DeskHost } from '../desk/desk-host.ts';
import type { Kit } from '../kit.ts';
import { completeListing } from './complete-listing.ts';
import { mayAttribute } from './may-attribute.ts';
import type { Told } from './post.ts';
import { readAttribution } from './read-attribution.ts';
import type { Words } from './submission.ts';

/** Answers that are lists in the lead, even where the field lets one choose only one. */
const LISTS = ['intent', 'wishes.types', 'wishes.amenities'];

/** The answers in the contract's shape, everything as typed. */
export function buildAnswers({ answers, phoneCountry }: Pick<Told, 'answers' | 'phoneCountry'>): Words {
	const lead: Words = {};
	for (const [name, answer] of answers) writePath(lead, name, LISTS.includes(name) ? [answer].flat() : answer);
	if (phoneCountry) lead.phoneCountry = phoneCountry;
	return lead;
}

/**
 * Makes the lead of the first step: its answers, and all that is told beside them. The id is not in it: it belongs to
 * the intent to send, not to the words (see `Submission`).
 */
export function buildLead(host: DeskHost, told: Told, kit: Kit): Words {
	const { page, intent } = host;
	const form = host.shownForm as Form;
	const may = mayAttribute(host);
	return {
		...(intent && { intent: [intent] as Words['intent'] }),
		...buildAnswers(told),
		listing: completeListing(document, page, kit, may),
		consent: form.consent.map(({ purpose, wordingId, wordingHash }) => ({
			purpose,
			given: told.isTicked(`consent.${purpose}`),
			wordingId,
			wordingHash,
		})),
		language: form.language,
		attribution: readAttribution(document, may),
		// The Worker waits a while for the answers of the steps to come.
		...(form.steps[1] && { unfinished: true }),
	};
}
