import type { Site } from '../site/define-site.ts';

/** The hosts a site's visitors may link to without a second look, with all below them: its own. Pure. */
export function toKnownHosts({ origins }: Pick<Site, 'origins'>): string[] {
	return origins.map((origin) => new URL(origin).hostname.replace(/^(\*|www)\./, ''));
}
