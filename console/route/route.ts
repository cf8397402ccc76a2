/** The console's views, as the address names them after the `#`. */
export const VIEWS = ['sites', 'leads', 'lead', 'audit', 'erase'] as const;
export type View = (typeof VIEWS)[number];

/** What the address says: a view, and what it shows. Never anything personal, and never the token. */
export interface Route {
	view: View;
	/** `site`, `number`, `state`, `destination`, `id`, `after`, `before`; only those that say something. */
	query: Readonly<Record<string, string>>;
}

/** Reads an address's fragment; what names no view is the overview. Pure. */
export function parseRoute(hash: string): Route {
	const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
	const view = VIEWS.find((name) => name === path);
	const query = Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value !== ''));
	return view ? { view, query } : { view: 'sites', query: {} };
}

/** The fragment that leads to a view; what is empty is left out. Pure. */
export function toHash(view: View, query: Readonly<Record<string, string | number | undefined>> = {}): string {
	const search = toSearch(query);
	return `#/${view}${search ? `?${search}` : ''}`;
}

/** Parameters as an address has them; what is empty is left out. Pure. */
export function toSearch(query: Readonly<Record<string, string | number | undefined>>): string {
	const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
	return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
