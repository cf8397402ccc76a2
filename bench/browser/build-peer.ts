import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Contestant } from './contestants.ts';

/** A file that a page loads. */
export interface PageFile {
	name: string;
	bytes: Uint8Array;
}

/** As much of esbuild as is used; it is installed with the peers. */
interface Esbuild {
	build(options: object): Promise<{ outputFiles: { path: string; contents: Uint8Array }[] }>;
	transform(text: string, options: object): Promise<{ code: string }>;
}

interface PluginBuild {
	onResolve(filter: { filter: RegExp }, resolve: (found: { path: string; resolveDir: string }) => object): void;
	onLoad(filter: { filter: RegExp; namespace: string }, load: (found: { path: string }) => Promise<object>): void;
}

/**
 * Builds a contestant for production: one script and at most one style sheet, and what they refer to.
 * @param folder where the peers are installed
 */
export async function buildPeer({ entry, module }: Contestant, folder: string): Promise<PageFile[]> {
	if (entry === undefined) return [];
	const esbuild = createRequire(join(folder, 'package.json'))('esbuild') as Esbuild;
	const { outputFiles } = await esbuild.build({
		entryPoints: { app: join(folder, 'sources', entry) },
		outdir: folder,
		write: false,
		bundle: true,
		minify: true,
		format: module ? 'esm' : 'iife',
		target: 'es2022',
		platform: 'browser',
		legalComments: 'none',
		charset: 'utf8',
		logLevel: 'silent',
		jsx: 'automatic',
		mainFields: ['browser', 'module', 'main'],
		conditions: ['browser', 'production', 'module'],
		define: {
			'process.env.NODE_ENV': '"production"',
			'process.env': '{}',
			global: 'globalThis',
			__VUE_OPTIONS_API__: 'true',
			__VUE_PROD_DEVTOOLS__: 'false',
			__VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
		},
		loader: Object.fromEntries(['.svg', '.png', '.webp', '.woff', '.woff2', '.ttf', '.eot'].map((e) => [e, 'file'])),
		assetNames: '[name]-[hash]',
		plugins: [{ name: 'style-as-text', setup: (build: PluginBuild) => addStyleAsText(build, esbuild) }],
	});
	return outputFiles.map(({ path, contents }) => ({ name: basename(path), bytes: contents }));
}

/** `import styles from './form.css?text'`: for style sheets that go into a shadow root. */
function addStyleAsText(build: PluginBuild, esbuild: Esbuild): void {
	build.onResolve({ filter: /\?text$/ }, ({ path, resolveDir }) => ({
		path: join(resolveDir, path.slice(0, -'?text'.length)),
		namespace: 'style',
	}));
	build.onLoad({ filter: /.*/, namespace: 'style' }, async ({ path }) => {
		const { code } = await esbuild.transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
		return { loader: 'text', contents: code.trim() };
	});
}
