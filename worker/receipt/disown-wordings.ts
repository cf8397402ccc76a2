import type { Lead } from '../../contract/lead.ts';

/**
 * Takes the hashes of the words from a lead's consents, for a plain form that somebody else wrote: which words stood
 * beside its boxes nobody here can know, so the receipt must not claim the site's. Pure.
 */
export function disownWordings(lead: Lead): Lead {
	if (!lead.consent) return lead;
	return { ...lead, consent: lead.consent.map(({ wordingHash: _, ...answer }) => answer) };
}
