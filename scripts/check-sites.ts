/** Run by the build: loads sites/, so that a setting that can't work is told before anything is deployed. */
export {};

try {
	const { sites } = await import('../sites/index.ts');
	const { createRegistry } = await import('../worker/site/registry.ts');
	createRegistry(sites);
	const destinations = sites.map((site) => `${site.id} → ${site.deliverTo.map(({ name }) => name).join(', ')}`);
	console.log(`Sites: ${destinations.join('; ')}`);
} catch (error) {
	console.error(error instanceof Error && error.name === 'SiteError' ? error.message : error);
	process.exit(1);
}
