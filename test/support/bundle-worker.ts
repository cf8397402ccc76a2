import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Most the Worker may weigh, in bytes, gzip: 100 KB of 1,024 bytes. Static files beside it don't count. */
export const WORKER_MAX_BYTES = 100 * 1024;

/** A Worker as wrangler uploads it. */
export interface WorkerBundle {
	/** The folder its modules are in. */
	folder: string;
	/** The modules' names; the first is the one that is run. */
	modules: string[];
	/** Bytes of all modules. */
	minified: number;
	/** The same, gzip at its best. */
	gzip: number;
	/** `YYYY-MM-DD`, of wrangler.toml. */
	compatibilityDate: string;
}

/**
 * Bundles a Worker as `npm run deploy` does, but for the builds before it: they must have run.
 * @param folder to put it in
 * @param entry its module, an absolute path; the deployed one when absent
 */
export function bundleWorker(folder: string, entry = join(ROOT, 'worker/index.ts')): WorkerBundle {
	const settings = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8');
	mkdirSync(folder, { recursive: true });
	const config = join(folder, 'wrangler.toml');
	writeFileSync(config, toBundleSettings(settings, entry));
	const out = join(folder, 'modules');
	execFileSync('wrangler', ['deploy', '--dry-run', '--config', config, '--outdir', out], {
		stdio: 'pipe',
		env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1' },
	});
	const modules = readdirSync(out)
		.filter((name) => /\.(js|txt)$/.test(name))
		.sort((a, b) => Number(b.endsWith('.js')) - Number(a.endsWith('.js')));
	const all = Buffer.concat(modules.map((name) => readFileSync(join(out, name))));
	return {
		folder: out,
		modules,
		minified: all.length,
		gzip: gzipSync(all, { level: 9 }).length,
		compatibilityDate: /^compatibility_date = "(.+)"$/m.exec(settings)?.[1] ?? '',
	};
}

/**
 * The settings above wrangler.toml's tables, for another entry. Its tables are bindings, static files and the build
 * before: one that changed the bundle (`alias`, `define`, `rules`) would have to be taken along here.
 */
function toBundleSettings(settings: string, entry: string): string {
	const [own = ''] = settings.split(/^\[/m);
	return own.replace(/^main = .*$/m, `main = ${JSON.stringify(entry)}`);
}
