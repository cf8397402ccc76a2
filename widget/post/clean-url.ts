import { URL_MAX_LENGTH } from '../../contract/limits.ts';

/** Query parameters that name a person or open a door, wherever the words stand in the name. */
const PRIVATE_NAME =
	/mail|phone|token|auth|session|secret|password|passwd|api.?key|signature|jwt|^(sid|sig|key|code|otp|pwd)$/i;

/**
 * An address fit to be kept with a lead: no fragment, no user name or password, no query parameter that looks
 * like a secret or an e-mail address, cut to the contract's length.
 * @param address absolute, or relative to `base`
 * @returns the address, or nothing where there is none to read
 */
export function cleanUrl(address: string | null | undefined, base?: string): string | undefined {
	if (!address || !URL.canParse(address, base)) return undefined;
	const url = new URL(address, base);
	if (!/^https?:$/.test(url.protocol)) return undefined;
	url.hash = url.username = url.password = '';
	for (const [name, value] of [...url.searchParams]) {
		if (PRIVATE_NAME.test(name) || value.includes('@')) url.searchParams.delete(name);
	}
	return url.href.slice(0, URL_MAX_LENGTH);
}
