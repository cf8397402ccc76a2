/**
 * Whether a page of `origin` may use a site's form. Exact match of scheme, host and port; the Worker's own pages may.
 *
 * A request without an `Origin` comes from no web page (browsers send one with every POST, Fetch Standard §3.2), so
 * there is nothing to compare: CORS keeps other sites' pages away, it does not tell who a caller is.
 * @param own the Worker's own origin
 */
export function isAllowedOrigin(origin: string | undefined, allowed: readonly string[], own: string): boolean {
	return origin === undefined || origin === own || allowed.includes(origin);
}
