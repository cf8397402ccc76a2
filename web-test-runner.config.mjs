import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { createMockWorker } from './test/widget/support/mock-worker.mjs';
import { servePhoneMetadata } from './test/widget/support/serve-phone-metadata.mjs';

/** Where Chromium or Chrome lives; CHROME_PATH wins. */
const executablePath = [
	process.env.CHROME_PATH,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
].find((path) => path && existsSync(path));

/** The widget's tests: its sources in a real browser, and a real HTTP endpoint in the Worker's place. */
export default {
	files: 'test/widget/**/*.test.ts',
	concurrency: 1,
	// The published builds of the dependencies, as in the bundle; Lit's development build would log at every start.
	nodeResolve: { exportConditions: ['production', 'default'], browser: true },
	plugins: [
		servePhoneMetadata(),
		esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
	],
	middleware: [createMockWorker()],
	browsers: [
		chromeLauncher({
			// The launcher looks for Chrome by itself where none of the paths above exists.
			launchOptions: { ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-dev-shm-usage'] },
		}),
	],
	testFramework: { config: { timeout: 10_000 } },
};
