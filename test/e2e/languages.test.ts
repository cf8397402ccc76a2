/** The hosted form in every language: read by axe as it comes and with its errors, and on a screen of 320 px. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { findTexts } from '../../worker/texts/index.ts';
import { LANGUAGES } from '../../worker/texts/texts.ts';
import { readViolations } from '../support/axe.ts';
import { launchChromium } from '../support/browser.ts';
import { type Demo, startDemo } from '../support/demo.ts';

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

for (const language of LANGUAGES) {
	const { direction, widget } = findTexts(language);

	test(`in ${language} the form is accessible as it comes and with its errors, and fits 320 px`, async () => {
		const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
		try {
			const page = await context.newPage();
			await page.goto(`${demo.workerUrl}/sol?listing=EB-AB1234&title=Departamento&lang=${language}`);
			const form = page.locator('doorstep-form');
			await form.getByRole('heading', { name: widget.heading }).waitFor();
			assert.equal(await page.evaluate(() => document.dir), direction);
			assert.deepEqual(await readViolations(page), []);

			await form.getByRole('button', { name: widget.send }).click();
			await form.getByText(widget['error.required']).first().waitFor();
			assert.deepEqual(await readViolations(page), []);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			assert.equal(overflow, 0, 'sideways scrolling');
		} finally {
			await context.close();
		}
	});

	test(`in ${language} the form is accessible where no script runs`, async () => {
		const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
		try {
			const page = await context.newPage();
			await page.route(/\.js/, (route) => route.abort());
			await page.goto(`${demo.workerUrl}/sol?listing=EB-AB1234&lang=${language}`);
			assert.deepEqual(await readViolations(page), []);
			await page.locator('input[name="email"]').fill('nobody@');
			await page.locator('form').evaluate((form) => (form as HTMLFormElement).submit());
			await page.locator('.bad').first().waitFor();
			assert.deepEqual(await readViolations(page), []);
		} finally {
			await context.close();
		}
	});
}
