import type { Browser } from 'playwright-core';
import { until } from '../../test/support/until.ts';
import type { Contestant } from './contestants.ts';
import { fillIn, pressSend } from './drive.ts';
import type { PageVariant } from './listing-page.ts';
import { openPage } from './open-page.ts';
import type { Bench, Hit } from './serve.ts';

/** What a contestant's page asks for; the page itself and its own style sheets are not counted. Bytes are packed. */
export interface PageWeight {
	/** Before the visitor does anything. */
	first: { requests: number; bytes: number };
	/** From the first touch until the lead is sent, its POST included; what asks afterwards whether it arrived is not. */
	later: { requests: number; bytes: number };
	/** POSTs that carried the lead. */
	sends: number;
	/** CORS preflights. */
	preflights: number;
	/** Elements of the whole page before the first touch, shadow roots included. */
	nodes: number;
	/** Script heap before the first touch, after a collection. Bytes. */
	heap: number;
}

/** Longest time a form may take to send, in milliseconds: only a form that never does meets it. */
const SEND_MAX_MS = 30_000;

/**
 * Loads a contestant's page, fills the form in, sends it, and counts. Exact: nothing depends on time.
 * @param untouched leaves the form alone once it is there
 */
export async function weighPage(
	browser: Browser,
	bench: Bench,
	contestant: Contestant,
	{ variant, untouched = false }: { variant?: PageVariant; untouched?: boolean } = {},
): Promise<PageWeight> {
	const from = bench.hits.length;
	const own = (): Hit[] =>
		bench.hits.slice(from).filter(({ path }) => !/^\/(page\/|page\.css|form\.css|favicon)/.test(path));
	const { page, cdp, loaded, close } = await openPage(browser, bench.urlOf(contestant, variant), {
		watchesForm: false,
	});
	try {
		await loaded;
		// Asked of every page alike: what asks takes room in the heap itself.
		await page.waitForFunction((waits) => !waits || window.probe.fields().ticks.length > 0, contestant.job === 'form');
		await page.waitForLoadState('networkidle');
		const first = own();
		const nodes = await page.evaluate(countNodes);
		await cdp.send('HeapProfiler.collectGarbage');
		const { metrics } = await cdp.send('Performance.getMetrics');
		const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
		if (contestant.job === 'form' && !untouched) {
			await fillIn(page);
			await pressSend(page);
			await until(`the lead of ${contestant.label}`, () => own().some(isSend), SEND_MAX_MS);
		}
		const all = own();
		const sent = all.findIndex(isSend);
		return {
			first: sum(first),
			later: sum(all.slice(first.length, Math.max(sent + 1, first.length))),
			sends: all.filter(isSend).length,
			preflights: all.filter(({ method }) => method === 'OPTIONS').length,
			nodes,
			heap,
		};
	} finally {
		await close();
	}
}

/** Whether a request carried a lead. */
export function isSend({ method, path }: Hit): boolean {
	return method === 'POST' && /^\/(lead$|v1\/sites\/[^/]+\/leads$)/.test(path);
}

function sum(hits: readonly Hit[]): { requests: number; bytes: number } {
	return { requests: hits.length, bytes: hits.reduce((total, { bytes }) => total + bytes, 0) };
}

/** Elements of the page and of its open shadow roots. Runs in the page. */
function countNodes(): number {
	const count = (root: ParentNode): number =>
		[...root.querySelectorAll('*')].reduce(
			(total, { shadowRoot }) => total + 1 + (shadowRoot ? count(shadowRoot) : 0),
			0,
		);
	return count(document);
}
