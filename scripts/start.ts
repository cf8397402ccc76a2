/**
 * `npm start`: builds, then runs the Worker (workerd, port 8787) and the demo portal (port 8788) until Ctrl-C.
 * `npm run dev` is the same, and prints what wrangler says: both rebuild by themselves when a file changes.
 * `--persist-to <folder>` keeps the Worker's storage there instead of in `.wrangler/state`.
 */
import { parseArgs } from 'node:util';
import { type Child, startChild } from './child.ts';
import { isPortFree } from './port.ts';
import { waitUntilAnswers } from './wait-until-answers.ts';

const WORKER_PORT = 8787;
const PORTAL_PORT = 8788;
const START_TIMEOUT_MS = 120_000;

const { values: options } = parseArgs({
	options: { dev: { type: 'boolean', default: false }, 'persist-to': { type: 'string' } },
});
const { dev } = options;
const children: Child[] = [];
const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
let stopping = false;

async function stop(code: number): Promise<never> {
	stopping = true;
	await Promise.all(children.map((child) => child.stop()));
	process.exit(code);
}

async function fail(message: string): Promise<never> {
	console.error(`\n${message}`);
	return stop(1);
}

/** Starts a part, says so, and ends everything when the part ends by itself. */
function startPart(name: string, command: string, args: readonly string[], env: Record<string, string>): Child {
	const child = startChild(command, args, { env, show: dev });
	children.push(child);
	void child.exited.then((code) => {
		if (!stopping) void fail(`${name} ended (exit code ${code}).\n${dev ? '' : child.output().trim().slice(-4000)}`);
	});
	return child;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => {
		if (stopping) return;
		console.log('\nStopping…');
		void stop(0);
	});
}

for (const port of [WORKER_PORT, PORTAL_PORT]) {
	if (!(await isPortFree(port))) {
		await fail(`Port ${port} is in use by another program. Stop that program, then run this again.`);
	}
}

console.log('Building the widget and starting the Worker (about 10 s)…');
const quiet = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', NO_UPDATE_NOTIFIER: '1' };
const worker = startPart(
	'The Worker',
	'wrangler',
	[
		...['dev', '--port', String(WORKER_PORT), '--inspector-port', '0', '--env-file', 'demo/demo.env'],
		...['--show-interactive-dev-session=false', '--var', `VENDORS_URL:http://localhost:${PORTAL_PORT}/vendors`],
		...(options['persist-to'] === undefined ? [] : ['--persist-to', options['persist-to']]),
	],
	quiet,
);
const portal = startPart('The portal', process.execPath, ['demo/serve-portal.ts'], {
	PORT: String(PORTAL_PORT),
	WORKER_URL: `http://localhost:${WORKER_PORT}`,
});
try {
	await waitUntilAnswers(`http://localhost:${PORTAL_PORT}/`, START_TIMEOUT_MS, () => portal.process.exitCode !== null);
	console.log(`The portal answers (${seconds()}).`);
	await waitUntilAnswers(
		`http://localhost:${WORKER_PORT}/v1/health`,
		START_TIMEOUT_MS,
		() => worker.process.exitCode !== null,
	);
	console.log(`The Worker answers (${seconds()}).`);
} catch (error) {
	await fail(`${(error as Error).message}\n${worker.output().trim().slice(-4000)}`);
}
console.log(`
  Portal   http://localhost:${PORTAL_PORT}          pick a listing, send the form
  Inbox    http://localhost:${PORTAL_PORT}/inbox    watch it arrive at the vendor
  Worker   http://localhost:${WORKER_PORT}/v1/health

Ctrl-C ends both.`);
