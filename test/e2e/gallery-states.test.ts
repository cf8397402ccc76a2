/**
 * How the form looks once it is used, and where no script runs: its steps, its mistakes, its thank-you, the pages of the
 * Worker. `npm run pictures` takes the pictures of `docs/gallery.md` on the way.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { readViolations } from '../support/axe.ts';
import { launchChromium } from '../support/browser.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { readPageFaults, showsFocus } from '../support/page-faults.ts';
import { takePicture } from '../support/picture.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

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

async function withPage(
	url: string,
	options: BrowserContextOptions,
	look: (page: Page, form: Locator) => Promise<void>,
): Promise<void> {
	const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', ...options });
	try {
		const page = await context.newPage();
		page.setDefaultTimeout(15_000);
		await page.goto(url);
		await look(page, page.locator('doorstep-form'));
	} finally {
		await context.close();
	}
}

/** Asserts that the page is laid out well and that axe is silent, and takes its picture. */
async function check(page: Page, picture: string, whole?: Locator): Promise<void> {
	assert.deepEqual(await readPageFaults(page), [], picture);
	assert.deepEqual(await readViolations(page), [], picture);
	await takePicture(page, `gallery/${picture}`, whole);
}

const PERSON = [
	['name', 'Inês Núñez'],
	['firstName', 'Inês'],
	['lastName', 'Núñez'],
	['email', 'ines@example.com'],
] as const;

/** Answers what stands on the screen: the contact step in words, further steps by their first options. */
async function answer(form: Locator, phone: string): Promise<void> {
	for (const [name, words] of [...PERSON, ['phone', phone] as const]) {
		const input = form.locator(`[name="${name}"]`);
		if ((await input.count()) > 0) await input.fill(words);
	}
	for (const box of await form.locator('fieldset .option:first-child input, [name="consent.contact"]').all()) {
		if (!(await box.isChecked())) await box.check();
	}
}

const MARKETS = [
	{ site: 'mar', path: '/pt/apartamento-graca-lisboa', phone: '912 345 678', steps: 4 },
	{ site: 'oak', path: '/us/apartment-austin', phone: '512-555-0123', steps: 3 },
	{ site: 'elm', path: '/us/house-denver', phone: '(303) 555-0119', steps: 4 },
	{ site: 'lys', path: '/fr/appartement-lyon', phone: '06 12 34 56 78', steps: 4 },
] as const;

const SCREENS = [
	...MARKETS.map((market) => ({ ...market, screen: 'a phone', viewport: PHONE })),
	...MARKETS.filter(({ site }) => site === 'lys').map((market) => ({ ...market, screen: 'a desk', viewport: DESK })),
];

for (const { site, path, phone, steps, screen, viewport } of SCREENS) {
	test(`every step of the ${site} form fits ${screen}, and so does its thank-you`, async () => {
		await withPage(demo.portalUrl + path, { viewport }, async (page, form) => {
			await form.locator('[name="email"]').waitFor();
			for (let step = 1; step <= steps; step++) {
				await answer(form, phone);
				if (step > 1) {
					await check(page, `${site}-step-${step}-${viewport.width}`, form);
					assert.ok((await form.locator('input:visible, select:visible').count()) > 0, `step ${step} asks nothing`);
				}
				const heading = await form.locator('h2').first().textContent();
				await form.locator('button[part~="submit"]').click();
				await form
					.locator('h2', { hasNotText: heading ?? '' })
					.first()
					.waitFor();
			}
			await form.locator('[part~="sent"]').waitFor();
			if (viewport === PHONE) await check(page, `${site}-sent-360`, form);
		});
	});
}

test('mistakes are told above the form and at their fields, and the first thing in focus says how many', async () => {
	await withPage(`${demo.portalUrl}/mx/departamento-roma-norte`, {}, async (page, form) => {
		await form.locator('[name="email"]').fill('lucia@');
		await form.locator('button[part~="submit"]').click();
		await form.locator('[part~="summary"]').waitFor();
		await check(page, 'sol-mistakes-360', form);
		await page.setViewportSize(DESK);
		await check(page, 'sol-mistakes-1280', form);
	});
});

test('with a keyboard on the screen the dialog still shows the field being typed into', async () => {
	const options = { viewport: { width: 360, height: 400 } };
	await withPage(`${demo.portalUrl}/mx/departamento-roma-norte?appearance=dialog`, options, async (page, form) => {
		await form.locator('[part~="open"]').click();
		const phone = form.locator('[name="phone"]');
		// Not by `fill`, which scrolls by itself: as the next key of the keyboard does.
		await form.locator('[name="email"]').focus();
		await page.keyboard.press('Tab');
		await page.keyboard.type('55 1234');
		const [box, dialog] = [await phone.boundingBox(), await form.getByRole('dialog').boundingBox()];
		assert.ok(box && dialog && box.y >= dialog.y, JSON.stringify({ box, dialog }));
		assert.ok(box.y + box.height + 16 <= dialog.y + dialog.height, JSON.stringify({ box, dialog }));
		await takePicture(page, 'gallery/sol-dialog-keyboard-360');
	});
});

for (const { name, query, viewport } of [
	{ name: 'sol', query: 'sol?listing=EB-AB1234&title=Departamento%20en%20la%20Roma%20Norte', viewport: PHONE },
	{ name: 'sol-desk', query: 'sol?listing=EB-AB1234&title=Departamento%20en%20la%20Roma%20Norte', viewport: DESK },
	{
		name: 'lys-de',
		query: 'lys?listing=VA1234&title=Vierzimmerwohnung%20an%20der%20Sa%C3%B4ne&lang=de',
		viewport: PHONE,
	},
	{ name: 'mar-ar', query: 'mar?listing=129991025-5&lang=ar', viewport: PHONE },
]) {
	test(`the hosted page ${name} shows who answers, once, with their portrait`, async () => {
		await withPage(`${demo.workerUrl}/${query}`, { viewport }, async (page, form) => {
			await form.locator('[name="email"]').waitFor();
			const portraits = page.locator('img');
			await portraits.first().waitFor();
			assert.equal(await portraits.count(), 1);
			assert.ok(
				await portraits.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0)),
			);
			await check(page, `hosted-${name}-${viewport.width}`, page.locator('main'));
		});
	});
}

for (const [site, language] of [
	['mar', 'pt'],
	['lys', 'de'],
	['sol', 'ar'],
] as const) {
	test(`where no script runs the ${site} form in ${language} asks the widget's steps by keyboard, and tells mistakes`, async () => {
		// Scripts of the page don't run; what the tests ask of it does.
		await withPage('about:blank', {}, async (page) => {
			await page.route(/\.js(\?|$)/, (route) => route.abort());
			await page.goto(`${demo.workerUrl}/${site}?listing=A-1&lang=${language}`);
			await check(page, `plain-${site}-${language}-360`, page.locator('main'));

			const groups = page.locator('details');
			for (const group of await groups.all()) {
				await group.locator('summary').focus();
				assert.ok(await showsFocus(page), 'the focus on a group');
				await page.keyboard.press('Enter');
				await group.locator('input').first().waitFor();
				await page.keyboard.press('Tab');
				assert.ok(await showsFocus(page), 'the focus in a group');
			}
			await check(page, `plain-${site}-${language}-unfolded-360`, page.locator('main'));

			await page.locator('[name="email"]').fill('nobody@');
			await page.locator('form').evaluate((form: HTMLFormElement) => form.submit());
			const link = page.locator('.summary a[href="#email"]');
			await link.click();
			assert.equal(await page.evaluate(() => location.hash), '#email');
			await page.evaluate(() => scrollTo(0, 0));
			await check(page, `plain-${site}-${language}-mistakes-360`, page.locator('main'));
		});
	});
}

test('the thank-you of the plain form fits a phone', async () => {
	await withPage(`${demo.workerUrl}/lys/thanks?lang=fr`, {}, async (page) => {
		await page.locator('h1').waitFor();
		assert.deepEqual(await readViolations(page), []);
		await takePicture(page, 'gallery/plain-thanks-360');
	});
});
