import type { Browser } from 'playwright-core';
import { median } from '../support/median.ts';
import { FIELD_COUNTS } from '../worker/browser-sites.ts';
import { DOORSTEP } from './contestants.ts';
import type { PageVariant } from './listing-page.ts';
import type { Bench } from './serve.ts';
import { type Load, timeLoad } from './time-load.ts';
import { type Typing, timeSteps } from './time-typing.ts';
import { weighPage } from './weigh-page.ts';

/** Figures of Doorstep with so many forms or fields. */
export interface Size {
	count: number;
	firstBytes: number;
	firstKeyAt: number;
	blockedMs: number;
	heapMb: number;
	nodes: number;
}

/** How Doorstep grows with forms on a page and fields in a form; and its long form's steps. */
export interface Growth {
	forms: Size[];
	fields: Size[];
	steps: Typing;
}

/** How many forms stand on a page. */
export const FORM_COUNTS = [1, 5, 10, 20] as const;

/**
 * Measures growth on the slow phone.
 * @param loads of each size
 * @param empty what the page alone takes: blocked milliseconds, heap in bytes
 */
export async function measureGrowth(
	browser: Browser,
	bench: Bench,
	loads: number,
	empty: Pick<Load, 'blockedMs' | 'heap'>,
	progress: () => void,
): Promise<Growth> {
	async function measure(count: number, variant: PageVariant): Promise<Size> {
		const all: Load[] = [];
		for (let i = 0; i < loads; i++) {
			all.push(await timeLoad(browser, bench, DOORSTEP, variant));
			progress();
		}
		const of = (key: keyof Load) => median(all.map((load) => load[key]));
		const { first, nodes } = await weighPage(browser, bench, DOORSTEP, { variant, untouched: true });
		return {
			count,
			firstBytes: first.bytes,
			firstKeyAt: of('firstKeyAt'),
			blockedMs: Math.max(0, of('blockedMs') - empty.blockedMs),
			heapMb: (of('heap') - empty.heap) / 2 ** 20,
			nodes,
		};
	}
	const forms: Size[] = [];
	for (const count of FORM_COUNTS) forms.push(await measure(count, { forms: count }));
	const fields: Size[] = [];
	for (const count of FIELD_COUNTS)
		fields.push(await measure(count, { site: count === 5 ? 'bench' : `bench-${count}` }));
	const steps = await timeSteps(browser, bench, DOORSTEP, { site: 'bench-steps' });
	return { forms, fields, steps };
}
