import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { type Contestant, PLAIN } from './contestants.ts';
import { ANSWERS, findInputs, pressSend, tick } from './drive.ts';
import type { PageVariant } from './listing-page.ts';
import { openPage } from './open-page.ts';
import type { Bench } from './serve.ts';

/** The parts of filling a form in, in their order. */
export const MOMENTS = ['name', 'email', 'phone', 'message', 'consent', 'send'] as const;

/** The slowest interaction of each moment, in milliseconds to the next paint; 16 where none took longer. */
export type Typing = Record<string, number>;

/** Interactions shorter than this are not told by the browser (Event Timing's least threshold). */
const LEAST_MS = 16;

/** Time for an interaction's frame to be shown and told, in milliseconds. */
const FRAME_MS = 250;

/** Fills a form in on the slow phone, touch by touch and key by key, and says how long each took to show. */
export async function timeTyping(browser: Browser, bench: Bench, contestant: Contestant): Promise<Typing> {
	const { page, ready, close } = await openPage(browser, bench.urlOf(contestant), { slow: true });
	try {
		if (!(await ready())) throw new Error(`${contestant.label}: no form came up`);
		const clock = new Moments(page);
		const inputs = await findInputs(page);
		for (const [i, answer] of ANSWERS.entries()) {
			await clock.during(MOMENTS[i] as string, async () => {
				await inputs[i]?.click({ timeout: 5000 });
				await page.keyboard.type(answer);
			});
		}
		await clock.during('consent', () => tick(inputs[ANSWERS.length]));
		// A plain form leaves its page when it is sent, and what was seen of it with it.
		if (contestant !== PLAIN) await clock.during('send', () => pressSend(page));
		return await clock.read();
	} finally {
		await close();
	}
}

/** Goes through the steps of a long form, and says how long each took to show: `step 2`, `step 3`… */
export async function timeSteps(
	browser: Browser,
	bench: Bench,
	contestant: Contestant,
	variant: PageVariant,
): Promise<Typing> {
	const { page, ready, close } = await openPage(browser, bench.urlOf(contestant, variant), { slow: true });
	try {
		if (!(await ready())) throw new Error(`${contestant.label}: no form came up`);
		const clock = new Moments(page);
		const inputs = await findInputs(page);
		for (const [i, answer] of ANSWERS.entries()) await inputs[i]?.fill(answer);
		await tick(inputs[ANSWERS.length]);
		const form = page.locator('doorstep-form');
		const progress = form.locator('[part~=progress]');
		for (let step = 2; ; step++) {
			const next = form.locator('[part~=submit]');
			const before = await progress.textContent({ timeout: 5000 }).catch(() => null);
			if (before === null) break;
			await clock.during(`step ${step}`, () => next.click());
			await page
				.waitForFunction(
					(old) => {
						const root = document.querySelector('doorstep-form')?.shadowRoot;
						return root?.querySelector('[part~=progress]')?.textContent !== old;
					},
					before,
					{ timeout: 5000 },
				)
				.catch(() => undefined);
			if ((await form.locator('[part~=sent]').count()) > 0) break;
			if ((await progress.textContent({ timeout: 2000 }).catch(() => before)) === before) break;
		}
		return await clock.read();
	} finally {
		await close();
	}
}

/** Tells interactions apart by when they began. */
class Moments {
	readonly #page: Page;
	readonly #begun: { name: string; at: number }[] = [];

	constructor(page: Page) {
		this.#page = page;
	}

	async during(name: string, act: () => Promise<unknown>): Promise<void> {
		this.#begun.push({ name, at: await this.#page.evaluate(() => performance.now()) });
		await act();
		await sleep(FRAME_MS);
	}

	async read(): Promise<Typing> {
		const interactions = await this.#page.evaluate(() => window.probe.interactions);
		return Object.fromEntries(
			this.#begun.map(({ name, at }, i) => {
				const end = this.#begun[i + 1]?.at ?? Number.POSITIVE_INFINITY;
				const own = interactions.filter((one) => one.at >= at && one.at < end).map(({ ms }) => ms);
				return [name, Math.max(LEAST_MS, ...own)];
			}),
		);
	}
}
