import type { Attribution, LeadInput } from '../../contract/lead.ts';
import { cleanPage } from './clean-page.ts';

/**
 * Whether a request comes from a visitor who asks not to be followed: Global Privacy Control, `Sec-GPC: 1`
 * (https://w3c.github.io/gpc/#the-sec-gpc-header-field-for-http-requests). Any other value says nothing.
 */
export function asksForPrivacy(headers: Headers): boolean {
	return headers.get('sec-gpc')?.trim() === '1';
}

/**
 * Takes out of a lead, or of further answers, what tells how the visitor came: campaigns, click ids, the first page of
 * the visit, and of the referrer all but its origin. What is left is the page itself, without their parameters. Pure.
 */
export function dropTracking<T extends Pick<LeadInput, 'attribution' | 'listing'>>(lead: T): T {
	const { attribution, listing } = lead;
	const shown = cleanPage(listing?.url);
	return {
		...lead,
		...(attribution && { attribution: toUntracked(attribution) }),
		...(listing?.url !== undefined && { listing: { ...withoutUrl(listing), ...(shown && { url: shown }) } }),
	};
}

function toUntracked({ page, referrer }: Attribution): Attribution {
	const shown = cleanPage(page);
	const origin = cleanPage(referrer) && new URL(referrer as string).origin;
	return { ...(shown && { page: shown }), ...(origin && { referrer: `${origin}/` }) };
}

function withoutUrl({ url: _, ...listing }: NonNullable<LeadInput['listing']>) {
	return listing;
}
