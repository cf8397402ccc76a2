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

/**
 * Where the visitor came from, as this page knows it: its own address, the referrer, campaign parameters and
 * click ids. Values that hold an @ are left out, since some mailers put the reader's address there.
 */
export function readAttribution(page: Document): Attribution {
	const found: Attribution = {};
	const address = cleanUrl(page.URL);
	const referrer = cleanUrl(page.referrer);
	if (address) found.page = address;
	if (referrer) found.referrer = referrer;
	const query = new URL(page.URL).searchParams;
	for (const name of PARAMETERS) {
		const value = query.get(name);
		if (value && !value.includes('@')) found[name] = value.slice(0, LINE_MAX_LENGTH);
	}
	return found;
}
