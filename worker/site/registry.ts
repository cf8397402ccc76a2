import { type Site, SiteError } from './define-site.ts';

/** Finds a site by its id in constant time, however many there are. */
export interface SiteRegistry {
	get(id: string): Site | undefined;
	all(): Iterable<Site>;
}

/**
 * Puts sites into a registry.
 * @throws {SiteError} when two sites have the same id
 */
export function createRegistry(sites: readonly Site[]): SiteRegistry {
	const byId = new Map<string, Site>();
	for (const site of sites) {
		if (byId.has(site.id)) throw new SiteError(`Two sites are called "${site.id}". Give one another id.`);
		byId.set(site.id, site);
	}
	return { get: (id) => byId.get(id), all: () => byId.values() };
}
