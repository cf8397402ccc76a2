import { URL_MAX_LENGTH } from '../../contract/limits.ts';
import { isPrivateParameter, isTrackingParameter } from '../../contract/url-parameters.ts';

/**
 * An address fit to be kept with a lead: no fragment, no user name or password, no query parameter that looks
 * like a secret or an e-mail address, cut to the contract's length.
 * @param address absolute
 * @param tracked whether campaigns and click ids may stay
 * @returns the address, or nothing where there is none to read
 */
export function cleanUrl(address: string | null | undefined, tracked = true): string | undefined {
	if (!address || !URL.canParse(address)) return undefined;
	const url = new URL(address);
	if (!/^https?:$/.test(url.protocol)) return undefined;
	url.hash = url.username = url.password = '';
	for (const [name, value] of [...url.searchParams]) {
		if (isPrivateParameter(name, value) || (!tracked && isTrackingParameter(name))) url.searchParams.delete(name);
	}
	return url.href.slice(0, URL_MAX_LENGTH);
}
