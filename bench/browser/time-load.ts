import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { Contestant } from './contestants.ts';
import type { PageVariant } from './listing-page.ts';
import { openPage } from './open-page.ts';
import type { Bench } from './serve.ts';

/** What one cold load on the slow phone came to. Times in milliseconds. */
export interface Load {
	/** When the first key typed as soon as the form was there reached the page; NaN without a form. */
	firstKeyAt: number;
	/** From the page's first paint to the frame that shows the whole form. */
	visibleAfterPaint: number;
	blockedMs: number;
	layoutShift: number;
	/** Of scripts, after a collection. Bytes. */
	heap: number;
}

/** How long after the form is there a page may still be at work, in milliseconds. */
const SETTLE_MS = 1000;

/** Loads a contestant's page on the slow phone, with nothing cached. */
export async function timeLoad(
	browser: Browser,
	bench: Bench,
	contestant: Contestant,
	variant?: PageVariant,
): Promise<Load> {
	const watchesForm = contestant.job === 'form';
	const { page, cdp, loaded, ready, close } = await openPage(browser, bench.urlOf(contestant, variant), {
		slow: true,
		watchesForm,
	});
	try {
		if (watchesForm) {
			if (!(await ready())) throw new Error(`${contestant.label}: no form came up`);
			await cdp.send('Input.insertText', { text: 'A' });
		}
		await loaded;
		await sleep(SETTLE_MS);
		const seen = await page.evaluate(() => {
			const { fields, ...rest } = window.probe;
			return rest;
		});
		await cdp.send('HeapProfiler.collectGarbage');
		const { metrics } = await cdp.send('Performance.getMetrics');
		const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
		return {
			firstKeyAt: seen.typedAt || Number.NaN,
			visibleAfterPaint: watchesForm ? seen.visibleAt - seen.firstPaintAt : Number.NaN,
			blockedMs: seen.blockedMs,
			layoutShift: seen.layoutShift,
			heap: metric('JSHeapUsedSize'),
		};
	} finally {
		await close();
	}
}
