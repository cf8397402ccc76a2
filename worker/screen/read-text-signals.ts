import type { Lead } from '../../contract/lead.ts';
import type { SignalCode } from './signals.ts';

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"'[\]()]+/giu;
const MARKUP = /<a\s[^>]*href|\[(?:url|link)[\]=]|\[[^\]\n]+\]\(https?:/iu;

/** From how many links to strangers' pages on a message is an advertisement. */
const MANY_LINKS = 3;

/**
 * What a lead's words tell: links and markup where people write none. Pure.
 * @param known hosts a link may lead to without a second look: the site's own
 */
export function readTextSignals(
	lead: Partial<Pick<Lead, 'name' | 'firstName' | 'lastName' | 'message' | 'listing' | 'wishes'>>,
	known: readonly string[],
): SignalCode[] {
	const { name, firstName, lastName, listing, wishes } = lead;
	const message = [lead.message, wishes?.pets, wishes?.place, wishes?.subtype].filter(Boolean).join('\n');
	const own = [...known, toHost(listing?.url)].filter((host) => host !== undefined);
	const links = [...message.matchAll(ADDRESS)]
		.map(([address]) => toHost(/^www/i.test(address) ? `https://${address}` : address))
		.filter((host) => host === undefined || !own.some((ours) => host === ours || host.endsWith(`.${ours}`)));
	const signals: SignalCode[] = [];
	if ([name, firstName, lastName].some((part) => part !== undefined && part.search(ADDRESS) >= 0)) {
		signals.push('name_with_link');
	}
	if (links.length >= MANY_LINKS) signals.push('many_links');
	else if (links.length > 0) signals.push('link');
	if (MARKUP.test(message)) signals.push('markup');
	return signals;
}

/** The host of an address, without `www.`; undefined where there is none. */
function toHost(address: string | undefined): string | undefined {
	if (address === undefined || !URL.canParse(address)) return undefined;
	return new URL(address).hostname.replace(/^www\./, '') || undefined;
}
