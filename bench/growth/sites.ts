import { createRegistry } from '../../worker/site/registry.ts';
import { sites } from '../worker/sites.ts';

/** Look-ups timed at each size. */
const LOOK_UPS = 1_000_000;

/** What finding a site costs among so many. */
export interface SitesFigure {
	sites: number;
	/** Nanoseconds of one look-up, the mean of a million spread over all sites. */
	lookUpNs: number;
	/** Milliseconds to put them all into the registry, as a starting isolate does. */
	buildMs: number;
}

/** Looks sites up in registries of growing size. The id changes, all else of a site is shared. */
export function measureSites(sizes: readonly number[]): SitesFigure[] {
	const [example] = sites;
	if (!example) throw new Error('the bench has no site to copy');
	return sizes.map((size) => {
		const all = Array.from({ length: size }, (_, i) => ({ ...example, id: `site-${i}` }));
		const building = performance.now();
		const registry = createRegistry(all);
		const buildMs = performance.now() - building;
		// Ids as a request brings them: made anew, so that no string is the map's own key.
		const asked = Array.from({ length: 1000 }, (_, i) => `site-${(i * 7919) % size}`);
		let found = 0;
		const look = () => {
			for (let i = 0; i < LOOK_UPS; i++) if (registry.get(asked[i % asked.length] as string)) found++;
		};
		look();
		const started = performance.now();
		look();
		const lookUpNs = ((performance.now() - started) / LOOK_UPS) * 1e6;
		if (found !== 2 * LOOK_UPS) throw new Error('the registry does not know all of its sites');
		return { sites: size, lookUpNs, buildMs };
	});
}
