import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { Contestant } from './contestants.ts';
import { ANSWERS, fillIn, pressSend } from './drive.ts';
import { readHost, readPage, remount } from './in-page.ts';
import type { PageVariant } from './listing-page.ts';
import { openPage } from './open-page.ts';
import type { Bench } from './serve.ts';
import { isSend } from './weigh-page.ts';

/** How a form behaves; undefined where it can't be asked. */
export interface Behaviour {
	/** Leads that arrived when a good one was sent once. */
	goodLead?: number;
	/** Whether "call me" is refused as a phone number; and a number too short for its country. */
	refusesWords?: boolean;
	refusesShort?: boolean;
	/** Leads that arrived when the button was clicked three times. */
	threeClicks?: number;
	/** After an empty send: fields said to be wrong; whether the first of them has the focus, and its fault in words. */
	marked?: number;
	focused?: boolean;
	announced?: boolean;
	/** Findings of axe (WCAG 2.0 to 2.2, A and AA), at first and with the errors. */
	axe?: [number, number];
	/** Under a policy that allows nothing inline, and with Trusted Types: whether the form comes up, and violations. */
	strict?: { shows: boolean; violations: number };
	typed?: { shows: boolean; violations: number };
	/** Text fields that a hostile page's rules reach. */
	broken?: number;
	/** Computed styles of the host's own elements that changed, and new properties of `window`. */
	hostChanges?: number;
	globals?: number;
	/** Whether a form comes up in a fresh mount point, the script not run again. */
	remounts?: boolean;
	/** With the tag pasted twice: text fields in the page, and errors. */
	twice?: { fields: number; errors: number };
}

/** How long a form may take to answer a press of its button, in milliseconds; and how long more may follow. */
const ANSWER_MS = 2000;
const MORE_MS = 600;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Drives a contestant through everything that can go wrong on a stranger's page. */
export async function checkBehaviour(browser: Browser, bench: Bench, contestant: Contestant): Promise<Behaviour> {
	const hasForm = contestant.job === 'form';
	const posts = () => bench.hits.filter(isSend).length;

	async function visit<T>(
		act: (page: Page, shows: boolean) => Promise<T>,
		{ variant, policy }: { variant?: PageVariant; policy?: 'strict' | 'typed' } = {},
	): Promise<T> {
		const { page, loaded, ready, close } = await openPage(browser, bench.urlOf(contestant, variant, policy), {
			watchesForm: hasForm,
		});
		try {
			const shows = hasForm && variant?.dress !== 'bare' ? await ready(8000) : true;
			await loaded;
			return await act(page, shows);
		} finally {
			await close();
		}
	}

	/** Sends, and says how many leads arrived once the form has answered one way or the other. */
	const send = (phone: string, clicks = 1) =>
		visit(async (page) => {
			const before = posts();
			const from = bench.hits.length;
			await fillIn(page, [ANSWERS[0], ANSWERS[1], phone, ANSWERS[3]]);
			await pressSend(page, clicks);
			for (const end = Date.now() + ANSWER_MS; Date.now() < end && posts() === before; await sleep(50));
			await sleep(MORE_MS);
			// A lead sent again under its own id is one lead.
			return new Set(
				bench.hits
					.slice(from)
					.filter(isSend)
					.map(({ body }, i) => toId(body) ?? i),
			).size;
		});

	const before = await visit((page) => page.evaluate(readHost), { variant: { dress: 'bare' } });
	const behaviour: Behaviour = await visit(async (page, shows) => {
		if (!shows) return {};
		const after = await page.evaluate(readHost);
		const own: Behaviour = {
			hostChanges: after.styles.filter((style, i) => style !== before.styles[i]).length,
			globals: after.globals.filter((name) => !before.globals.includes(name)).length,
		};
		if (!hasForm) return own;
		await page.evaluate(AXE);
		const first = await countFindings(page);
		await pressSend(page);
		await sleep(MORE_MS);
		const { marked, focused, announced } = await page.evaluate(readPage);
		return { ...own, marked, focused, announced, axe: [first, await countFindings(page)] };
	});
	if (behaviour.hostChanges === undefined) return behaviour;

	behaviour.twice = await visit(
		async (page) => {
			await sleep(MORE_MS);
			const { fields, errors } = await page.evaluate(readPage);
			return { fields, errors };
		},
		{ variant: { dress: 'twice' } },
	);
	for (const policy of ['strict', 'typed'] as const) {
		behaviour[policy] = await visit(
			async (page, shows) => ({ shows, violations: (await page.evaluate(readPage)).violations }),
			{ policy },
		);
	}
	if (!hasForm) return behaviour;
	behaviour.goodLead = await send(ANSWERS[2]);
	behaviour.refusesWords = (await send('call me')) === 0;
	behaviour.refusesShort = (await send('+1 555 0100')) === 0;
	behaviour.threeClicks = await send(ANSWERS[2], 3);
	behaviour.broken = await visit(async (page) => (await page.evaluate(readPage)).broken, {
		variant: { dress: 'hostile' },
	});
	behaviour.remounts = await visit(async (page) => {
		const { fields } = await page.evaluate(readPage);
		await page.evaluate(remount, contestant.tag);
		await sleep(MORE_MS);
		return (await page.evaluate(readPage)).fields >= fields;
	});
	return behaviour;
}

/** The id a lead carries, if it does. */
function toId(body: string): string | undefined {
	try {
		return (JSON.parse(body) as { id?: string }).id;
	} catch {
		return undefined;
	}
}

/** How many of axe's rules find something in the form. */
function countFindings(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const { axe } = window as unknown as { axe: { run: (...args: unknown[]) => Promise<{ violations: unknown[] }> } };
		const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
		const { violations } = await axe.run({ include: [['#mount']] }, { runOnly: tags, resultTypes: ['violations'] });
		return violations.length;
	});
}
