import { isPrivateParameter, isTrackingParameter } from '../../contract/url-parameters.ts';

/**
 * The address of a page, and nothing of who came or how: no fragment, no user name or password, no query parameter that looks
 * like a secret, an e-mail address, a campaign or a click id.
 * @returns undefined where it is no web address
 */
export function cleanPage(address: string | undefined): string | undefined {
	if (!address || !URL.canParse(address)) return undefined;
	const url = new URL(address);
	if (!/^https?:$/.test(url.protocol)) return undefined;
	url.hash = url.username = url.password = '';
	for (const [name, value] of [...url.searchParams]) {
		if (isPrivateParameter(name, value) || isTrackingParameter(name)) url.searchParams.delete(name);
	}
	return url.href;
}
