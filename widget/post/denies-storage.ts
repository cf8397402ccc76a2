/** The storage whose denial counts: what click ids and campaigns are for. */
const TYPES = ['ad_storage', 'analytics_storage'] as const;

/**
 * Whether a page's consent mode denies storage for ads or for analytics, as its commands stand in the page's `dataLayer`:
 * `gtag('consent', 'default' | 'update', {…})` puts its arguments there
 * (https://developers.google.com/tag-platform/security/guides/consent). The last update of a type counts; without one, a
 * default that denies, whatever region it is for, since the visitor's is not known here. Pure.
 * @param dataLayer the global of that name, whatever it holds
 */
export function deniesStorage(dataLayer: unknown): boolean {
	const updates = new Map<string, unknown>();
	const denied = new Set<string>();
	for (const command of Array.isArray(dataLayer) ? dataLayer : []) {
		// The arguments of a function: an object with numbers for names.
		const [name, action, state] = [command?.[0], command?.[1], command?.[2]];
		if (name !== 'consent' || !state) continue;
		for (const type of TYPES) {
			if (action === 'update' && state[type]) updates.set(type, state[type]);
			if (action === 'default' && state[type] === 'denied') denied.add(type);
		}
	}
	return TYPES.some((type) => (updates.has(type) ? updates.get(type) === 'denied' : denied.has(type)));
}
