import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_ARGS, ensureChromium } from '../../scripts/browser.ts';

/** Starts a real, headless Chromium. */
export function launchChromium(): Promise<Browser> {
	return chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
}
