/**
 * Whether a request comes from a page of another origin. A browser says so by itself, in `Sec-Fetch-Site` and, with
 * every POST, in `Origin` (Fetch Standard §3.2, Fetch Metadata §2.4); a program sends neither. Access lets a browser in by
 * a cookie, which other sites' pages would make it send along. Pure.
 * @param own the Worker's own origin
 */
export function isForeignPage(headers: Headers, own: string): boolean {
	const origin = headers.get('origin');
	const site = headers.get('sec-fetch-site');
	return (origin !== null && origin !== own) || (site !== null && site !== 'same-origin' && site !== 'none');
}
