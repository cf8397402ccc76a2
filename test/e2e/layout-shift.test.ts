/** The snippet of docs/embed.md keeps the page where it is, however late the script comes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { LISTINGS } from '../../demo/listings/index.ts';
import { launchChromium } from '../support/browser.ts';
import { type Demo, startDemo } from '../support/demo.ts';

/** The room that the documented snippets reserve: for a form in `contact` mode, and for one in `qualify` mode. */
const [CONTACT, QUALIFY] = [
	...readFileSync(new URL('../../docs/embed.md', import.meta.url), 'utf8').matchAll(/style="(display: ?block[^"]+)"/g),
].map(([, style]) => style as string);

/** Most that may stay empty below a form, in CSS pixels: a line or two of a listing's title, and of a consent. */
const EMPTY_MAX_PX = 90;

let demo: Demo;
let browser: Browser;
let server: Server;
let host: string;

before(async () => {
	demo = await startDemo();
	browser = await launchChromium();
	server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(`<!doctype html><meta name="viewport" content="width=device-width">
<title>A home</title><meta property="og:title" content="Departamento de dos recámaras en Roma Norte">
<body style="margin: 16px; font: 16px sans-serif">
<script type="module" async src="${demo.workerUrl}${pathname}.js"></script>
<doorstep-form listing="EB-AB1234" style="${searchParams.get('style') ?? ''}"></doorstep-form>
<p class="below">What comes after the form.</p>`);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	host = `http://localhost:${(server.address() as AddressInfo).port}`;
});
after(async () => {
	server?.close();
	await browser?.close();
	await demo?.stop();
});

interface Movement {
	/** The sum of all layout shifts (https://web.dev/articles/cls), without unit. */
	shift: number;
	/** How tall element and form are, in CSS pixels. */
	room: number;
	form: number;
}

/** Loads a page whose script comes only once everything else has been painted. */
async function load(url: string, width: number): Promise<Movement> {
	// So tall that whatever moves is seen to move.
	const context = await browser.newContext({ viewport: { width, height: 4000 } });
	try {
		const page = await context.newPage();
		await page.addInitScript(() => {
			const shifts: number[] = [];
			Object.assign(window, { shifts });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
			}).observe({ type: 'layout-shift', buffered: true });
		});
		let release = () => {};
		const painted = new Promise<void>((resolve) => {
			release = resolve;
		});
		await page.route(`${demo.workerUrl}/*.js`, async (route) => {
			await painted;
			await route.continue();
		});
		await page.goto(url, { waitUntil: 'domcontentloaded' });
		const frames = () =>
			page.evaluate(async () => {
				for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
			});
		await frames();
		release();
		await page.locator('doorstep-form [part~="card"]').waitFor();
		await frames();
		return await page.locator('doorstep-form').evaluate((element) => ({
			shift: (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
			room: element.getBoundingClientRect().height,
			form: element.shadowRoot?.querySelector('[part~="card"]')?.getBoundingClientRect().height ?? 0,
		}));
	} finally {
		await context.close();
	}
}

for (const width of [360, 1280]) {
	for (const [site, style, mode] of [
		['sol', CONTACT, 'contact'],
		['mar', QUALIFY, 'qualify'],
	] as const) {
		test(`nothing moves at ${width} px where a ${mode} form comes late, and little room stays empty`, async () => {
			const { shift, room, form } = await load(`${host}/${site}?${new URLSearchParams({ style: style ?? '' })}`, width);
			assert.equal(shift, 0);
			assert.ok(room - form <= EMPTY_MAX_PX, `${room - form} px are empty`);
		});
	}

	for (const { site, path } of LISTINGS) {
		test(`nothing moves on the ${site} listing at ${width} px`, async () => {
			const { shift, room, form } = await load(demo.portalUrl + path, width);
			assert.equal(shift, 0, `the form is ${form} px tall, its room ${room} px`);
			assert.ok(room - form <= EMPTY_MAX_PX, `${room - form} px are empty`);
		});
	}
}

test('a page that reserves no room moves, so the tests above can tell', async () => {
	assert.ok((await load(`${host}/sol`, 360)).shift > 0);
});
