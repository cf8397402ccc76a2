import type { Browser, CDPSession, Page } from 'playwright-core';
import { installProbe } from './probe.ts';

/** The slow phone on a slow network: Lighthouse's mobile figures (CPU ÷ 4, 1.6 Mbps down, 750 kbps up, 150 ms a request). */
export const SLOW = {
	cpu: 4,
	network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
} as const;

/** A page in a browser context of its own, with nothing cached. */
export interface OpenPage {
	page: Page;
	cdp: CDPSession;
	/** Resolves at the page's `load`. */
	loaded: Promise<void>;
	/** Resolves when the form can be typed into; false when it can't after so long. */
	ready: (timeoutMs?: number) => Promise<boolean>;
	close: () => Promise<void>;
}

/**
 * Opens an address.
 * @param slow on the slow phone
 * @param watchesForm whether the probe waits for a form, and puts the focus into it
 */
export async function openPage(
	browser: Browser,
	url: string,
	{ slow = false, watchesForm = true }: { slow?: boolean; watchesForm?: boolean } = {},
): Promise<OpenPage> {
	// The size of a phone, without its viewport's own resizes, which would hide layout shifts.
	const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1 });
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	let tell: (ready: boolean) => void;
	const isReady = new Promise<boolean>((resolve) => {
		tell = resolve;
	});
	await page.exposeFunction('onFormReady', () => tell(true));
	await page.addInitScript(installProbe, { watchesForm });
	await cdp.send('Network.enable');
	await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
	await cdp.send('Performance.enable');
	if (slow) {
		await cdp.send('Network.emulateNetworkConditions', SLOW.network);
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
	}
	const loaded = page.goto(url).then(
		() => undefined,
		// A page that is closed first was of no more use.
		() => undefined,
	);
	return {
		page,
		cdp,
		loaded,
		async ready(timeoutMs = 45_000) {
			let timer: NodeJS.Timeout | undefined;
			const late = new Promise<false>((resolve) => {
				timer = setTimeout(resolve, timeoutMs, false);
			});
			const ready = await Promise.race([isReady, late]);
			clearTimeout(timer);
			return ready;
		},
		close: () => context.close(),
	};
}
