import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_ARGS, ensureChromium } from '../../scripts/browser.ts';

/**
 * Starts a headless Chromium that finds no host but this machine: peers that ask others for fonts and parts get no
 * answer, at once. Not by intercepting requests, for then Playwright answers CORS preflights itself and none is seen.
 */
export function launchOffline(): Promise<Browser> {
	return chromium.launch({
		executablePath: ensureChromium(),
		args: [...CHROMIUM_ARGS, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
	});
}
