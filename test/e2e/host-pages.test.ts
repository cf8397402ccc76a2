/** The form on pages of strangers: their styles don't break it, and it changes nothing of theirs. */
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/browser.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { HOST_PAGES, serveHostPages } from '../support/host-pages.ts';
import { takePicture, takesPictures } from '../support/picture.ts';

let demo: Demo;
let browser: Browser;
let url: string;
let server: Server;

before(async () => {
	demo = await startDemo();
	browser = await launchChromium();
	({ url, server } = await serveHostPages(demo.workerUrl));
});
after(async () => {
	server?.close();
	await browser?.close();
	await demo?.stop();
});

/** Every computed style of the host's own elements, and the page's own globals. */
function readHost() {
	return {
		styles: [...document.querySelectorAll('html, body, .sample')].flatMap((element) => {
			const style = getComputedStyle(element);
			// Sizes of the page as a whole follow what is in it; everything else is the host's.
			return [...style]
				.sort()
				.filter((name) => !/(^|-)(height|block-size)$|^(perspective|transform)-origin$/.test(name))
				.map((name) => `${element.localName} ${name}:${style.getPropertyValue(name)}`);
		}),
		globals: Object.getOwnPropertyNames(window).sort(),
		sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
	};
}

async function open(name: string, width: number, script: boolean): Promise<Page> {
	const context = await browser.newContext({ viewport: { width, height: 900 } });
	const page = await context.newPage();
	if (!script) await page.route(/sol\.js/, (route) => route.abort());
	await page.goto(`${url}/${name}`);
	if (script) await page.locator('doorstep-form').getByRole('button').first().waitFor();
	return page;
}

for (const name of Object.keys(HOST_PAGES)) {
	test(`on a page with ${name} styles every field is there, large enough and inside the page, at 360 and 1280 px`, async () => {
		for (const width of [360, 1280]) {
			const page = await open(name, width, true);
			const boxes = await page.locator('doorstep-form').evaluate((element) =>
				[
					...(element.shadowRoot?.querySelectorAll('input:not([type=checkbox], [type=hidden]), textarea, button') ??
						[]),
				].map((input) => {
					const { width, height, left, right } = input.getBoundingClientRect();
					return { width, height, left, right, opacity: getComputedStyle(input).opacity };
				}),
			);
			assert.ok(boxes.length >= 5, `${boxes.length} controls`);
			for (const box of boxes) {
				assert.ok(box.width >= 120 && box.height >= 44, JSON.stringify({ name, page: width, ...box }));
				assert.ok(box.left >= 0 && box.right <= width + 1, JSON.stringify({ name, page: width, ...box }));
			}
			await page.context().close();
		}
	});

	test(`a page with ${name} styles stays as it was`, async () => {
		const without = await open(name, 1280, false);
		const before = await without.evaluate(readHost);
		await without.context().close();
		const page = await open(name, 1280, true);
		const after = await page.evaluate(readHost);
		// Lit leaves its version numbers, so that two copies of it can tell.
		const added = after.globals.filter((global) => !before.globals.includes(global) && !/^(lit|reactive)/.test(global));
		assert.deepEqual(added, []);
		assert.deepEqual(
			after.styles.filter((style, i) => style !== before.styles[i]),
			[],
		);
		assert.equal(after.sheets, before.sheets);
		await page.context().close();
	});
}

test('pictures of the form on five host pages', {
	skip: !takesPictures && 'run "npm run pictures" to take them again',
}, async () => {
	for (const name of Object.keys(HOST_PAGES)) {
		for (const width of [360, 1280]) {
			const page = await open(name, width, true);
			await takePicture(page, `hosts/${name}-${width}`);
			await page.context().close();
		}
	}
});
