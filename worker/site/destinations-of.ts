import type { Destination } from './destination.ts';

/** Everywhere a site's leads may go: its destinations, and its second way. */
export function destinationsOf(
	site: { deliverTo: Destination[]; fallback?: { to: Destination } } | undefined,
): Destination[] {
	return site ? [...site.deliverTo, ...(site.fallback ? [site.fallback.to] : [])] : [];
}
