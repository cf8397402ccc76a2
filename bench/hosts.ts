/**
 * The visits of `test/e2e/routers/view-transitions.ts` on a site that the real Astro has built, with the router that it
 * ships: `npm run bench:hosts`. Astro comes from the registry into a folder of its own, for its lock is incomplete under
 * `npm ci`. Takes about a minute; needs Chromium, and the widget built.
 */
import { after, before } from 'node:test';
import { serveRecorder } from '../test/e2e/routers/host-page.ts';
import { testViewTransitions } from '../test/e2e/routers/view-transitions.ts';
import { type HostWorld, startHostWorld } from '../test/support/host-world.ts';
import { ASTRO_VERSION, buildAstroSite } from './hosts/build-astro-site.ts';

let world: HostWorld;

before(async () => {
	world = await startHostWorld();
	serveRecorder(world);
	console.log(`Installing Astro ${ASTRO_VERSION} and building a site with it (about 30 s)…`);
	for (const [path, body] of buildAstroSite(world.workerUrl)) world.server.pages.set(path, { body });
});
after(() => world?.close());

testViewTransitions(
	() => world,
	`Astro ${ASTRO_VERSION}, <ClientRouter />`,
	// Astro marks the document for as long as a transition is under way.
	(page, path) =>
		page.waitForFunction(
			(name) => document.title === name && !document.documentElement.hasAttribute('data-astro-transition'),
			path.replace(/.*\//, ''),
		),
);
