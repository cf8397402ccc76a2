import type { Attribution } from '../../contract/lead.ts';
import { LINE_MAX_LENGTH } from '../../contract/limits.ts';
import { cleanUrl } from './clean-url.ts';

/** Campaign parameters and click ids, by the names in which ads put them into a page's address. */
const PARAMETERS = [
	'utm_source',
	'utm_medium',
	'utm_campaign',
	'utm_term',
	'utm_content',
	'gclid',
	'gbraid',
	'wbraid',
	'fbclid',
	'msclkid',
	'ttclid',
] as const satisfies (keyof Attribution)[];

/** The first page of the visit and what led there, where it is known (`page/visit.ts` keeps it). */
function readVisit(): string[] {
	try {
		return JSON.parse(sessionStorage.getItem('doorstep-visit') ?? '[]');
	} catch {
		return [];
	}
}

/**
 * Where the visitor came from: this page's own address, and of the visit's first page the address, the referrer,
 * campaign parameters and click ids; those of this page win. Values that hold an @ are left out, since some mailers put
 * the reader's address there.
 */
export function readAttribution(page: Document): Attribution {
	const [firstPage, firstReferrer] = readVisit();
	const addresses = {
		page: cleanUrl(page.URL),
		firstPage: cleanUrl(firstPage?.replace(/\?$/, '')),
		referrer: cleanUrl(firstReferrer) ?? cleanUrl(page.referrer),
	};
	// A visit of one page begins where it ends.
	if (addresses.firstPage === addresses.page) addresses.firstPage = undefined;
	const found = {} as Attribution;
	for (const [name, address] of Object.entries(addresses)) if (address) found[name as 'page'] = address;
	const queries = [page.URL, firstPage].map((url) => new URL(url ?? page.URL).searchParams);
	for (const name of PARAMETERS) {
		const value = queries.map((query) => query.get(name)).find(Boolean);
		if (value && !value.includes('@')) found[name] = value.slice(0, LINE_MAX_LENGTH);
	}
	return found;
}
