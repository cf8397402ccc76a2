import type { Attribution } from '../../contract/lead.ts';
import { LINE_MAX_LENGTH } from '../../contract/limits.ts';
import { cleanUrl } from './clean-url.ts';
import { rememberedVisit } from './remembered-visit.ts';

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

/**
 * Where the visitor came from: this page's own address, and of the visit's first page the address, the referrer,
 * campaign parameters and click ids; those of this page win. Values that hold an @ are left out, since some mailers put
 * the reader's address there.
 * @param may whether the lead may tell all that; else only the page without such parameters, and the referrer's origin
 */
export function readAttribution(page: Document, may: boolean): Attribution {
	if (!may) {
		const referrer = cleanUrl(page.referrer);
		return withoutGaps({ page: cleanUrl(page.URL, false), referrer: referrer && `${new URL(referrer).origin}/` });
	}
	const [path, firstReferrer, parameters] = rememberedVisit.read();
	const first = path && new URL(`${path}${parameters ? `?${parameters.join('&')}` : ''}`, page.URL).href;
	const addresses = {
		page: cleanUrl(page.URL),
		firstPage: cleanUrl(first),
		referrer: cleanUrl(firstReferrer) ?? cleanUrl(page.referrer),
	};
	// A visit of one page begins where it ends.
	if (addresses.firstPage === addresses.page) addresses.firstPage = undefined;
	const found = withoutGaps(addresses);
	const queries = [page.URL, first].map((url) => new URL(url ?? page.URL).searchParams);
	for (const name of PARAMETERS) {
		const value = queries.map((query) => query.get(name)).find(Boolean);
		if (value && !value.includes('@')) found[name] = value.slice(0, LINE_MAX_LENGTH);
	}
	return found;
}

function withoutGaps(addresses: { [Name in 'page' | 'firstPage' | 'referrer']?: string | undefined }): Attribution {
	return Object.fromEntries(Object.entries(addresses).filter(([, address]) => address));
}
