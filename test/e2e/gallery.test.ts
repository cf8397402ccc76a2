/**
 * How the demo pages look: each listing page in each appearance, on a phone and on a desk. `npm run pictures` takes the
 * pictures of `docs/gallery.md` on the way; what has to be right in them is asserted every time.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { LISTINGS } from '../../demo/listings/index.ts';
import { readViolations } from '../support/axe.ts';
import { launchChromium } from '../support/browser.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { readPageFaults, showsFocus } from '../support/page-faults.ts';
import { takePicture } from '../support/picture.ts';

const SCREENS = [
	{ width: 360, height: 740 },
	{ width: 1280, height: 900 },
] as const;
const APPEARANCES = ['inline', 'dialog', 'bar'] as const;

let demo: Demo;
let browser: Browser;

before(async () => {
	demo = await startDemo();
	browser = await launchChromium();
});
after(async () => {
	await browser?.close();
	await demo?.stop();
});

/** Opens a listing's page with its form to be seen, and hands it over. */
async function withPage(
	path: string,
	appearance: (typeof APPEARANCES)[number],
	colorScheme: 'light' | 'dark',
	look: (page: Page) => Promise<void>,
): Promise<void> {
	const context = await browser.newContext({ viewport: SCREENS[0], colorScheme, reducedMotion: 'reduce' });
	try {
		const page = await context.newPage();
		page.setDefaultTimeout(15_000);
		await page.goto(`${demo.portalUrl}${path}?appearance=${appearance}`);
		const form = page.locator('doorstep-form');
		if (appearance === 'dialog') {
			await form.locator('[part~="open"]').click();
			await form.getByRole('dialog').waitFor();
		} else if (appearance === 'bar') await form.locator('[part~="bar"]').waitFor();
		await form.locator('[name="email"]').waitFor();
		await look(page);
	} finally {
		await context.close();
	}
}

/** Puts on the screen what a visitor would look at: the form, or on a phone the bar over the page. */
async function frame(page: Page, appearance: string, width: number): Promise<void> {
	await page.evaluate(
		([where, at]) => {
			if (where === 'bar' && at === 360) scrollTo(0, 420);
			else document.querySelector(at === 360 ? 'aside' : '.columns')?.scrollIntoView();
			scrollBy(0, -24);
		},
		[appearance, width] as const,
	);
}

for (const { site, path } of LISTINGS) {
	for (const appearance of APPEARANCES) {
		test(`the ${site} page with its form as ${appearance} fits a phone and a desk, shows the focus, and axe is silent`, async () => {
			await withPage(path, appearance, 'light', async (page) => {
				for (const screen of SCREENS) {
					await page.setViewportSize(screen);
					await frame(page, appearance, screen.width);
					assert.deepEqual(await readPageFaults(page), [], `at ${screen.width} px`);
					assert.deepEqual(await readViolations(page), [], `at ${screen.width} px`);
					// On a desk there is no bar: the picture would be that of the form in its place.
					if (appearance === 'bar' && screen.width > 640) {
						assert.equal(await page.locator('doorstep-form [part~="bar"]').isVisible(), false);
						continue;
					}
					const isWhole = appearance === 'inline' && screen.width === 360;
					const whole = isWhole ? page.locator('aside') : undefined;
					await takePicture(page, `gallery/${site}-${appearance}-${screen.width}`, whole);
				}
				await page.locator('doorstep-form [name="email"]').focus();
				await page.keyboard.press('Tab');
				assert.ok(await showsFocus(page), 'the focus after the e-mail address');
			});
		});
	}

	test(`the ${site} page is dark where the device is, and axe is silent`, async () => {
		await withPage(path, 'inline', 'dark', async (page) => {
			const [red = 255] = await page.evaluate(() =>
				(getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number),
			);
			assert.ok(red < 60, `the page is ${red} of 255 red`);
			assert.deepEqual(await readViolations(page), []);
			await page.setViewportSize(SCREENS[1]);
			await frame(page, 'inline', 1280);
			assert.deepEqual(await readViolations(page), []);
			await takePicture(page, `gallery/${site}-dark-1280`);
		});
	});
}

test('on a phone the bar offers a call, WhatsApp and the form, and does not cover the end of the page', async () => {
	await withPage(LISTINGS[0]?.path ?? '/', 'bar', 'light', async (page) => {
		const bar = page.locator('doorstep-form [part~="bar"]');
		assert.deepEqual(
			await bar
				.locator('a, button')
				.evaluateAll((ways) => ways.map((way) => way.getAttribute('href') ?? way.localName)),
			['tel:+525555551234', 'https://wa.me/525555551234', 'button'],
		);
		await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
		const [words, over] = [await page.locator('.foot p').boundingBox(), await bar.boundingBox()];
		assert.ok(
			words && over && words.y + words.height <= over.y,
			`${JSON.stringify(words)} under ${JSON.stringify(over)}`,
		);
	});
});

test('the embed code beside a listing is copied as it stands, and fits the column', async () => {
	const [listing] = LISTINGS;
	await withPage(listing?.path ?? '/', 'inline', 'light', async (page) => {
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		const snippet = page.locator('.snippet');
		await snippet.locator('summary').click();
		await snippet.getByRole('button', { name: 'Copy' }).click();
		await snippet.getByRole('status').getByText('Copied').waitFor();
		assert.equal(
			await page.evaluate(() => navigator.clipboard.readText()),
			`<script type="module" async src="${demo.workerUrl}/${listing?.site}.js"></script>\n<doorstep-form listing="${listing?.reference}"></doorstep-form>`,
		);
		assert.deepEqual(await readPageFaults(page), []);
		assert.deepEqual(await readViolations(page), []);
		await takePicture(page, 'gallery/embed-code-360', snippet);
	});
});
