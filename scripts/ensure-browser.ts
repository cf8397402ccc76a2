/** Run before the browser tests: makes sure that there is a browser, or says what to do. */
import { ensureChromium } from './browser.ts';

try {
	console.log(`Browser: ${ensureChromium()}`);
} catch (error) {
	console.error((error as Error).message);
	process.exit(1);
}
