/**
 * Whether a page of `origin` may use a site's form. Exact match of scheme, host and port; the Worker's own pages may.
 * `https://*.example.com` stands for every subdomain of whatever depth, not for `example.com` itself. `null`, the origin of
 * sandboxed frames and of pages under `Referrer-Policy: no-referrer`, may only where it is listed: anybody can make one.
 *
 * A request without an `Origin` comes from no web page (browsers send one with every POST, Fetch Standard §3.2), so
 * there is nothing to compare: CORS keeps other sites' pages away, it does not tell who a caller is.
 * @param own the Worker's own origin
 */
export function isAllowedOrigin(origin: string | undefined, allowed: readonly string[], own: string): boolean {
	return origin === undefined || origin === own || allowed.some((pattern) => matchesOrigin(origin, pattern));
}

/** The origin of an absolute address as a runtime writes it out: all before its path. `new URL` would parse it again. */
export function toOrigin(url: string): string {
	return url.slice(0, url.indexOf('/', 'https://'.length));
}

function matchesOrigin(origin: string, pattern: string): boolean {
	const [before, after] = pattern.split('*');
	if (before === undefined || after === undefined) return origin === pattern;
	const labels = origin.slice(before.length, origin.length - after.length);
	return origin === `${before}${labels}${after}` && /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(labels);
}

/**
 * Whether a text may stand in a site's `origins`: scheme, host and port as browsers write them, and at most one `*` in
 * place of the first label, with two or more labels after it.
 */
export function isOriginPattern(value: string): boolean {
	const example = value.replace(/^(https?:\/\/)\*(?=\.[a-z0-9-]+\.[a-z0-9.-]+(:\d+)?$)/, '$1any');
	if (example.includes('*') || !/^https?:\/\//.test(example)) return false;
	return URL.canParse(example) && new URL(example).origin === example;
}
