import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LISTINGS, toTag } from '../../test/e2e/routers/host-page.ts';

/** The Astro that is asked of the registry. */
export const ASTRO_VERSION = '7.3.5';

/** One page as its developer would write it, with the tag as README and docs have it. */
function toPage(workerUrl: string, base: string, name: string, body: string): string {
	const links = ['one', 'none', 'two'].map((to) => `<a href="${base}/${to}">${to}</a>`).join(' ');
	return `---
import { ClientRouter } from 'astro:transitions';
---
<!doctype html>
<html lang="es">
	<head><meta charset="utf-8"><title>${name}</title><script is:inline src="/recorder.js"></script>
	${toTag(workerUrl)}
	<ClientRouter /></head>
	<body><nav>${links}</nav><main>${body}</main></body>
</html>
`;
}

/**
 * Installs Astro into a folder of its own, builds a site with `<ClientRouter />`, and removes the folder.
 * @returns what is to be served, by path
 */
export function buildAstroSite(workerUrl: string): Map<string, string> {
	const folder = mkdtempSync(join(tmpdir(), 'doorstep-astro-'));
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	try {
		write('package.json', JSON.stringify({ private: true, type: 'module', dependencies: { astro: ASTRO_VERSION } }));
		for (const [base, more] of [
			['/swap', ''],
			['/persist', ' transition:persist="contact"'],
		] as const) {
			for (const [name, listing] of Object.entries(LISTINGS)) {
				const form = `<doorstep-form listing="${listing}"${more}></doorstep-form>`;
				write(`src/pages${base}/${name}.astro`, toPage(workerUrl, base, name, form));
			}
			write(`src/pages${base}/none.astro`, toPage(workerUrl, base, 'none', '<p>No home here.</p>'));
		}
		const run = (command: string, ...args: string[]) =>
			execFileSync(command, args, {
				cwd: folder,
				stdio: ['ignore', 'ignore', 'inherit'],
				env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
			});
		run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error');
		run(process.execPath, 'node_modules/astro/bin/astro.mjs', 'build', '--silent');
		const dist = join(folder, 'dist');
		const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|js)$/.test(name));
		return new Map(
			files.map((name) => [`/${name.replace(/\/index\.html$/, '')}`, readFileSync(join(dist, name), 'utf8')]),
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
