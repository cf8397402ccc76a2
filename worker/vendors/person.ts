import type { Lead } from '../../contract/lead.ts';

/** A person's name in one field, as typed; from its parts where the form asked for parts. */
export function toFullName(lead: Pick<Lead, 'name' | 'firstName' | 'lastName'>): string {
	return lead.name ?? [lead.firstName, lead.lastName].filter(Boolean).join(' ');
}

/** A name in two fields, and whether nothing was guessed. */
export interface SplitName {
	first: string;
	last: string;
	/** False when a single box had to be split, or one part is missing. */
	clean: boolean;
}

/**
 * A person's name in two fields. One box is split at its first space (mapping.md, "full name"): a guess, so the
 * original belongs in the details block.
 */
export function splitName(lead: Pick<Lead, 'name' | 'firstName' | 'lastName'>): SplitName {
	if (lead.firstName || lead.lastName) {
		return { first: lead.firstName ?? '', last: lead.lastName ?? '', clean: !!lead.firstName && !!lead.lastName };
	}
	const words = (lead.name ?? '').trim().split(/\s+/);
	return { first: words[0] ?? '', last: words.slice(1).join(' '), clean: words.length === 2 };
}
