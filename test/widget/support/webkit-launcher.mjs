import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long the driver and the display may take to come up, in milliseconds. */
const START_TIMEOUT_MS = 20_000;

/** Keys that have no character, as WebDriver names them (W3C WebDriver, 17.4.2 "Keyboard actions"). */
const KEYS = {
	Tab: '\uE004',
	Enter: '\uE007',
	Escape: '\uE00C',
	Backspace: '\uE003',
	ArrowDown: '\uE015',
	ArrowUp: '\uE013',
};

/**
 * Runs tests in WebKitGTK's MiniBrowser by plain WebDriver (W3C), for which @web/test-runner has no launcher. One page at
 * a time, on a virtual display where there is none.
 * @param {{ driver: string, browser: string, xvfb: string | undefined }} paths
 */
export function webkitLauncher({ driver, browser, xvfb }) {
	const children = [];
	let base = '';
	let session;
	let active;

	const call = async (method, path, body) => {
		const response = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
		const { value } = await response.json();
		if (!response.ok) throw new Error(`WebDriver ${path}: ${value?.message ?? response.status}`);
		return value;
	};

	return {
		name: 'WebKitGTK',
		// The kind for which the test runner's commands know how to send keys.
		type: 'webdriver',
		concurrency: 1,
		async initialize() {
			const port = await findFreePort();
			const env = { ...process.env };
			if (!env.DISPLAY && xvfb) env.DISPLAY = await startXvfb(xvfb, children);
			children.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));
			base = `http://127.0.0.1:${port}`;
			await until(async () => (await call('GET', '/status')).ready !== false);
			const capabilities = {
				alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
			};
			session = `/session/${(await call('POST', '/session', { capabilities })).sessionId}`;
		},
		async startSession(id, url) {
			active = { id, url };
			await call('POST', `${session}/url`, { url });
		},
		isActive: (id) => active?.id === id,
		getBrowserUrl: (id) => (active?.id === id ? call('GET', `${session}/url`) : undefined),
		async stopSession(id) {
			if (active?.id === id) active = undefined;
			await call('POST', `${session}/url`, { url: 'about:blank' });
			return { testCoverage: undefined };
		},
		/** Presses keys one after the other, like a person (WebDriver, "Perform Actions"). */
		async sendKeys(_id, names) {
			const keys = names.map((name) => KEYS[name] ?? name);
			const actions = keys.flatMap((value) => [
				{ type: 'keyDown', value },
				{ type: 'keyUp', value },
			]);
			await call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
		},
		async startDebugSession() {
			throw new Error('Debugging is not supported in WebKitGTK; use Chromium.');
		},
		async stop() {
			if (session) await call('DELETE', session).catch(() => {});
			for (const child of children.reverse()) child.kill();
		},
	};
}

async function startXvfb(xvfb, children) {
	// With -displayfd the server chooses a free display and tells its number.
	const child = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	children.push(child);
	const number = await new Promise((resolve, reject) => {
		child.stdout.once('data', (chunk) => resolve(chunk.toString().trim()));
		child.once('error', reject);
		child.once('exit', () => reject(new Error('Xvfb ended at once')));
	});
	return `:${number}`;
}

async function until(probe) {
	const end = Date.now() + START_TIMEOUT_MS;
	for (;;) {
		try {
			if (await probe()) return;
		} catch (error) {
			if (Date.now() > end) throw error;
		}
		await sleep(100);
	}
}

function findFreePort() {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}
