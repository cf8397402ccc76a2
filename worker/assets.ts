import type { Environment } from './site/secret.ts';

/** The binding of the Worker's own static files (wrangler.toml, `[assets]`). */
interface Assets {
	fetch(url: string): Promise<Response>;
}

/**
 * Reads one of the static files that are deployed with the Worker. They are part of the deployment but not of the bundle,
 * which every isolate has to load.
 * @param path from the root of the static files, with a slash before it
 * @throws when there is no such file, or the binding is missing
 */
export async function readAsset(env: Environment, path: string): Promise<string> {
	const assets = env.ASSETS as Assets | undefined;
	if (!assets) throw new Error('the binding ASSETS is missing: add binding = "ASSETS" to [assets] in wrangler.toml');
	const response = await assets.fetch(`https://assets.local${path}`);
	if (!response.ok)
		throw new Error(`the static file ${path} answered ${response.status}: run "npm run build" and deploy`);
	return response.text();
}
