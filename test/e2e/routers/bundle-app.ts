import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a host's app with the framework's development build, which mounts twice where it can and complains aloud.
 * @param file beside this one
 * @returns one module script
 */
export async function bundleApp(file: string): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		define: { 'process.env.NODE_ENV': '"development"' },
		build: {
			write: false,
			minify: false,
			modulePreload: false,
			rolldownOptions: { input: fileURLToPath(new URL(file, import.meta.url)) },
		},
	});
	if (!('output' in result)) throw new Error(`${file} was not bundled in one piece`);
	return result.output[0].code;
}
