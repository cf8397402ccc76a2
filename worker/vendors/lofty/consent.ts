import type { ConsentPurpose } from '../../../contract/field.ts';
import type { Lead } from '../../../contract/lead.ts';

/** How the visitor may be reached (Lofty API reference, 6.44: `false` means allowed), and e-mail unsubscription. */
export interface LoftyConsent {
	cannotCall?: boolean;
	cannotText: boolean;
	cannotEmail?: boolean;
	unsubscription?: true;
}

/**
 * Turns consents into Lofty's negated flags. The post may merge into a contact who answered before, so a channel
 * nobody was asked about is left as it is, but for texting, which needs an explicit yes; a refusal to be contacted
 * closes every channel. Only an explicit no to marketing,
 * at all or by e-mail, unsubscribes. The proof stays in the details block.
 */
export function toConsent(lead: Lead): LoftyConsent {
	const contact = answerOf(lead, 'contact');
	const call = contact === false ? false : answerOf(lead, 'call');
	const text = contact === false ? false : answerOf(lead, 'text');
	const email = contact === false ? false : answerOf(lead, 'email');
	return {
		...(call !== undefined && { cannotCall: !call }),
		cannotText: text !== true,
		...(email !== undefined && { cannotEmail: !email }),
		...(refuses(lead, 'marketing', 'marketing.email') && { unsubscription: true as const }),
	};
}

/** Whether one of the purposes was refused. */
function refuses(lead: Lead, ...purposes: ConsentPurpose[]): boolean {
	return purposes.some((purpose) => answerOf(lead, purpose) === false);
}

/** The answer for a purpose; one no outweighs any yes. */
function answerOf(lead: Lead, purpose: ConsentPurpose): boolean | undefined {
	const answers = (lead.consent ?? []).filter((consent) => consent.purpose === purpose);
	return answers.length > 0 ? answers.every(({ given }) => given) : undefined;
}
