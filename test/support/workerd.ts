import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DEMO_ENV } from './demo-env.ts';

const TEST_WORKER = fileURLToPath(new URL('../worker/', import.meta.url));
const STATIC_FILES = fileURLToPath(new URL('../../dist/client', import.meta.url));
const UNIQUE_KEY = 'doorstep-outbox';

/** The runtime itself, not the wrapper script beside it: a signal must reach the process that holds the data. */
export function findWorkerd(): string {
	const require = createRequire(createRequire(import.meta.url).resolve('wrangler'));
	const name = `@cloudflare/workerd-${process.platform}-${process.arch === 'x64' ? '64' : process.arch}`;
	return require.resolve(`${name}/bin/workerd`);
}

/** Which Worker to run. */
export interface WorkerdOptions {
	/** The folder of its wrangler.toml; the tests' own when absent. */
	folder?: string;
	/** Its module in there; what wrangler.toml says when absent. */
	main?: string;
}

/** The Worker with the tests' sites on bare `workerd serve`, as production runs it, with its storage on disk. */
export interface Workerd {
	url: string;
	/** Of the running process. */
	pid: () => number | undefined;
	/** @param env secrets and variables beside or instead of those of the last start: a rotation, say */
	start: (env?: Record<string, string>) => Promise<void>;
	/** `kill -9`. Resolves when the process is gone. */
	kill: () => Promise<void>;
	/** The folder with the outboxes' own files. */
	outboxes: string;
	/** Reads the outboxes' own files while the runtime is dead; a query that changes something gives no rows. */
	rows: <T = Record<string, unknown>>(query: string) => T[];
	/** Ends the runtime and removes its storage. */
	remove: () => Promise<void>;
}

/**
 * Bundles the Worker and prepares a runtime for it; `start` starts it.
 * @param vendorsUrl where the vendors answer
 */
export async function createWorkerd(vendorsUrl: string, options: WorkerdOptions = {}): Promise<Workerd> {
	const folder = mkdtempSync(join(tmpdir(), 'doorstep-workerd-'));
	const disk = join(folder, 'disk');
	mkdirSync(disk);
	bundle(join(folder, 'bundle'), options);
	const port = await findFreePort();
	const config = join(folder, 'config.capnp');
	const bindings: Record<string, string> = { ...DEMO_ENV, VENDORS_URL: vendorsUrl };
	const url = `http://127.0.0.1:${port}`;
	let child: ChildProcess | undefined;

	const kill = async () => {
		const dying = child;
		child = undefined;
		if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
		const gone = new Promise((resolve) => dying.once('exit', resolve));
		dying.kill('SIGKILL');
		await gone;
	};
	return {
		url,
		pid: () => child?.pid,
		outboxes: join(disk, UNIQUE_KEY),
		async start(env = {}) {
			writeFileSync(config, toConfig(folder, port, Object.assign(bindings, env)));
			child = spawn(findWorkerd(), ['serve', config], { stdio: 'ignore' });
			for (let i = 0; i < 500; i++) {
				try {
					// Any answer will do, but no site's outbox may be woken by it.
					await fetch(`${url}/v1/health`);
					return;
				} catch {
					await sleep(20);
				}
			}
			throw new Error('workerd did not answer within 10 s');
		},
		kill,
		rows<T>(query: string) {
			const directory = join(disk, UNIQUE_KEY);
			const files = readdirSync(directory).filter((name) => name.endsWith('.sqlite') && !name.startsWith('metadata'));
			return files.flatMap((file) => {
				const database = new DatabaseSync(join(directory, file));
				try {
					return database.prepare(query).all() as T[];
				} finally {
					database.close();
				}
			});
		},
		async remove() {
			await kill();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

function bundle(directory: string, { folder = TEST_WORKER, main }: WorkerdOptions): void {
	const script = main === undefined ? [] : [join(folder, main)];
	execFileSync(
		'wrangler',
		['deploy', ...script, '--dry-run', '--config', join(folder, 'wrangler.toml'), '--outdir', directory],
		{
			stdio: 'ignore',
			env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1' },
		},
	);
}

function toConfig(folder: string, port: number, env: Record<string, string>): string {
	const bundled = join(folder, 'bundle');
	const files = readdirSync(bundled, { recursive: true, encoding: 'utf8' });
	const modules = files
		.filter((name) => /\.(js|txt)$/.test(name))
		// The first module is the one that is run.
		.sort((a, b) => Number(b.endsWith('.js')) - Number(a.endsWith('.js')))
		.map((name) => {
			const path = relative(folder, join(bundled, name));
			return name.endsWith('.js')
				? `(name = "${name}", esModule = embed "${path}")`
				: `(name = "${name}", text = embed "${path}")`;
		});
	const bindings = Object.entries(env).map(([name, value]) => `(name = "${name}", text = ${JSON.stringify(value)})`);
	return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
	services = [
		(name = "main", worker = .worker),
		(name = "assets", disk = ${JSON.stringify(STATIC_FILES)}),
		(name = "disk", disk = (path = ${JSON.stringify(join(folder, 'disk'))}, writable = true)),
		(name = "internet", network = (allow = ["public", "private", "local"]))
	],
	sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
const worker :Workerd.Worker = (
	compatibilityDate = "2026-10-12",
	modules = [${modules.join(', ')}],
	durableObjectNamespaces = [(className = "Outbox", uniqueKey = "${UNIQUE_KEY}", enableSql = true)],
	durableObjectStorage = (localDisk = "disk"),
	bindings = [(name = "OUTBOX", durableObjectNamespace = "Outbox"), (name = "ASSETS", service = "assets"), ${bindings.join(', ')}]
);
`;
}

async function findFreePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => resolve(port));
		});
	});
}
