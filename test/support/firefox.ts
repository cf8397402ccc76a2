import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Firefox lives; `FIREFOX_PATH` wins. */
const PATHS = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** How long Firefox may take to start, in milliseconds. */
const START_TIMEOUT_MS = 60_000;

/** One tab of a real, headless Firefox. */
export interface Firefox {
	/** Opens a page and waits until it is loaded. */
	goto: (url: string) => Promise<void>;
	/** Runs an expression in the page, awaits it, and hands its value back, which has to be JSON. */
	evaluate: <T>(expression: string) => Promise<T>;
	close: () => Promise<void>;
}

/** The Firefox to test in, or nothing where none is installed. */
export function findFirefox(): string | undefined {
	return [process.env.FIREFOX_PATH, ...PATHS].find((path) => path && existsSync(path));
}

/** Starts Firefox with a fresh profile and speaks WebDriver BiDi to it (w3c.github.io/webdriver-bidi). */
export async function launchFirefox(executable: string): Promise<Firefox> {
	const profile = mkdtempSync(join(tmpdir(), 'doorstep-firefox-'));
	const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
	const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const end = async () => {
		child.kill('SIGKILL');
		await exited;
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const address = await new Promise<string>((resolve, reject) => {
			let text = '';
			const timer = setTimeout(() => reject(new Error(`Firefox did not start:\n${text}`)), START_TIMEOUT_MS);
			child.stderr.on('data', (chunk: Buffer) => {
				text += chunk.toString();
				const found = /BiDi listening on (ws:\S+)/.exec(text)?.[1];
				if (!found) return;
				clearTimeout(timer);
				resolve(found);
			});
		});
		const { call, close } = await connect(`${address}/session`);
		await call('session.new', { capabilities: {} });
		const { contexts } = await call<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
		const context = contexts[0]?.context;
		return {
			async goto(url) {
				await call('browsingContext.navigate', { context, url, wait: 'complete' });
			},
			async evaluate<T>(expression: string) {
				const { result, exceptionDetails } = await call<Evaluated>('script.evaluate', {
					expression: `(async () => JSON.stringify(await (${expression})))()`,
					target: { context },
					awaitPromise: true,
				});
				if (!result) throw new Error(exceptionDetails?.text ?? 'the page gave nothing');
				return JSON.parse(result.value ?? 'null') as T;
			},
			async close() {
				close();
				await end();
			},
		};
	} catch (error) {
		await end();
		throw error;
	}
}

interface Evaluated {
	result?: { value?: string };
	exceptionDetails?: { text: string };
}

interface Reply {
	id?: number;
	result?: unknown;
	error?: string;
	message?: string;
}

/** Opens the socket; each command waits for the answer of its number. */
async function connect(address: string) {
	const socket = new WebSocket(address);
	await new Promise<void>((resolve, reject) => {
		socket.onopen = () => resolve();
		socket.onerror = () => reject(new Error(`Firefox can't be reached at ${address}`));
	});
	const waiting = new Map<number, (reply: Reply) => void>();
	let last = 0;
	socket.onmessage = ({ data }) => {
		const reply = JSON.parse(String(data)) as Reply;
		if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
	};
	return {
		close: () => socket.close(),
		async call<T>(method: string, params: object): Promise<T> {
			const id = ++last;
			const reply = await new Promise<Reply>((resolve) => {
				waiting.set(id, resolve);
				socket.send(JSON.stringify({ id, method, params }));
			});
			waiting.delete(id);
			if (reply.error) throw new Error(`${method}: ${reply.error} ${reply.message}`);
			return reply.result as T;
		},
	};
}
