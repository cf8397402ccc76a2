/** What is kept of an address's query: campaigns and click ids. All else may be private. */
const CAMPAIGN = /(?<=[?&])(utm_\w+|\w*clid|[gw]braid)=[^&]*/g;

/**
 * Keeps where the visit began, for a lead sent from a later page: `[first page, referrer]` as JSON. Nothing is kept for
 * visitors who ask not to be followed (https://w3c.github.io/gpc/), nor where the page may not store.
 */
export function rememberVisit(): void {
	try {
		if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) return;
		const { origin, pathname, search } = location;
		const firstPage = `${origin}${pathname}?${(search.match(CAMPAIGN) ?? []).join('&')}`;
		sessionStorage['doorstep-visit'] ??= JSON.stringify([firstPage, document.referrer]);
	} catch {
		// A frame without storage remembers nothing.
	}
}
