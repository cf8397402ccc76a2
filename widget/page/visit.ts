/** What is kept of an address's query: campaigns and click ids. All else may be private. */
const CAMPAIGN = /(utm_\w+|\w*clid|[gw]braid)=[^&]*/g;

/** Storage denied and not granted since, in the commands of Google's consent mode as JSON. */
const DENIED = /(ad|analytics)_storage":"d(?!.*\1_storage":"g)/;

let refused = false;

/** Where the visitor is and came from, as it is kept: `[path, referrer, campaign parameters]` as JSON. */
export function readVisit(): string {
	const { pathname, search } = location;
	return JSON.stringify([pathname, document.referrer, search.match(CAMPAIGN)]);
}

/**
 * Keeps where the visit began, for a lead sent from a later page, unless an earlier page did. Nothing is kept, and what
 * was is erased, for visitors who ask not to be followed (https://w3c.github.io/gpc/), where the page says so, and where
 * its consent mode denies storage; nor is anything where the page may not store. `post/may-attribute.ts` looks again, and
 * closer, before it is used.
 * @param visit as `readVisit` gave it
 * @param off whether the page says `attribution="off"`; where absent, what it said last
 */
export function rememberVisit(visit: string, off = refused): void {
	refused = off;
	try {
		if (
			off ||
			(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ||
			DENIED.test(JSON.stringify((window as { dataLayer?: unknown }).dataLayer))
		)
			delete sessionStorage['doorstep-visit'];
		else sessionStorage['doorstep-visit'] ??= visit;
	} catch {
		// Not without storage, as in some frames, nor where the page's commands can't be read.
	}
}
