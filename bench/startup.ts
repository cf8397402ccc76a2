/**
 * `npm run bench:startup`: how long the Worker takes to start over a Worker that does nothing, and what it weighs. Both
 * start in turn on bare `workerd serve`, and the time until the first answer counts. `--quick` starts each five times;
 * `--no-report` only prints. Ends with 1 where a budget is missed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleWorker, WORKER_MAX_BYTES } from '../test/support/bundle-worker.ts';
import { findWorkerd } from '../test/support/workerd.ts';
import { BENCH_WORKER } from './support/bench-worker.ts';
import { keepFigures, writeFigures } from './support/figures-page.ts';
import { median } from './support/median.ts';
import { Progress } from './support/progress.ts';
import { type Row, toTable } from './support/report.ts';

/** Budgets: milliseconds over the empty Worker (least of all starts), and KB of 1,024 bytes, gzip. */
const START_MAX_MS = 60;
const BUNDLE_MAX_KB = WORKER_MAX_BYTES / 1024;

/** Longest time a start may take, in milliseconds. */
const ANSWER_MAX_MS = 15_000;

const { values } = parseArgs({
	options: { quick: { type: 'boolean', default: false }, 'no-report': { type: 'boolean', default: false } },
});
const STARTS = values.quick ? 5 : 15;

const folder = mkdtempSync(join(tmpdir(), 'doorstep-startup-'));
try {
	writeFileSync(join(folder, 'empty.js'), "export default { fetch: () => new Response('hello') };\n");
	const workers = [prepare('empty', join(folder, 'empty.js')), prepare('worker', join(BENCH_WORKER, 'worker.ts'))];
	const times = workers.map((): number[] => []);
	const progress = new Progress('starts', STARTS * workers.length, `${Math.ceil(STARTS / 2)} s`);
	for (let i = 0; i < STARTS; i++) {
		for (const [at, worker] of workers.entries()) {
			times[at]?.push(await timeStart(worker.config, await findFreePort()));
			progress.at(i * workers.length + at + 1);
		}
	}
	const [least = Number.NaN, ours = Number.NaN] = times.map((own) => Math.min(...own));
	const gzipKb = (workers[1]?.gzip ?? Number.NaN) / 1024;
	const row = (name: string, at: number): Row => [
		name,
		Number(((workers[at]?.minified ?? 0) / 1024).toFixed(1)),
		Number(((workers[at]?.gzip ?? 0) / 1024).toFixed(1)),
		Math.round(Math.min(...(times[at] ?? []))),
		Math.round(median(times[at] ?? [])),
	];
	const parts = [
		`Doorstep’s Worker starts ${Math.round(ours - least)} ms later than one that does nothing (allowed: ${START_MAX_MS}), and weighs ${gzipKb.toFixed(1)} KB gzip (allowed: ${BUNDLE_MAX_KB}). The sites of the benches are in it; widget and texts are static files beside it. ${STARTS} starts of each, in turn.`,
		toTable(
			['Worker', 'minified, KB', 'gzip, KB', 'first answer, ms: least', 'median'],
			[row('empty', 0), row('Doorstep', 1)],
		),
	];
	if (values['no-report']) console.log(parts.join('\n\n'));
	else {
		keepFigures('startup', { overEmptyMs: ours - least, gzipKb });
		writeFigures('performance.md', 'startup', 'npm run bench:startup', ...parts);
	}
	if (ours - least > START_MAX_MS) fail(`the Worker starts ${Math.round(ours - least)} ms after the empty one`);
	if (gzipKb > BUNDLE_MAX_KB) fail(`the Worker weighs ${gzipKb.toFixed(1)} KB gzip`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function fail(what: string): void {
	console.error(`MISSED: ${what}`);
	process.exitCode = 1;
}

/** Bundles a Worker as it is deployed and writes a configuration for it; its port is given at the start. */
function prepare(name: 'empty' | 'worker', entry: string): { config: string; minified: number; gzip: number } {
	const { folder: bundle, modules, minified, gzip, compatibilityDate } = bundleWorker(join(folder, name), entry);
	const embedded = modules.map((file) => {
		const path = JSON.stringify(relative(folder, join(bundle, file)));
		return `(name = "${file}", ${file.endsWith('.js') ? 'esModule' : 'text'} = embed ${path})`;
	});
	const objects =
		name === 'empty'
			? ''
			: `durableObjectNamespaces = [(className = "Outbox", uniqueKey = "startup", enableSql = true)],
	durableObjectStorage = (inMemory = void),
	bindings = [(name = "OUTBOX", durableObjectNamespace = "Outbox")],`;
	const file = join(folder, `${name}.capnp`);
	writeFileSync(
		file,
		`using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
	services = [(name = "main", worker = .worker)],
	sockets = [(name = "http", http = (), service = "main")]
);
const worker :Workerd.Worker = (
	compatibilityDate = "${compatibilityDate}",
	${objects}
	modules = [${embedded.join(', ')}]
);
`,
	);
	return { config: file, minified, gzip };
}

/** Milliseconds from the start of a runtime to its Worker's first answer. */
async function timeStart(config: string, port: number): Promise<number> {
	const started = performance.now();
	const child = spawn(findWorkerd(), ['serve', config, '--socket-addr', `http=127.0.0.1:${port}`], {
		stdio: 'ignore',
	});
	try {
		// Asked again at once while nobody listens yet: a pause would be in the figure.
		while (!(await answers(port))) {
			if (performance.now() - started > ANSWER_MAX_MS) throw new Error('workerd did not answer within 15 s');
		}
		return performance.now() - started;
	} finally {
		await end(child);
	}
}

function answers(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		request({ host: '127.0.0.1', port, path: '/v1/health', agent: false }, (response) => {
			response.resume().on('end', () => resolve(true));
		})
			.on('error', () => setTimeout(resolve, 1, false))
			.end();
	});
}

async function end(child: ChildProcess): Promise<void> {
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGKILL');
	await gone;
}

async function findFreePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => resolve(port));
		});
	});
}
