/** The form where no script tag can go: in a frame, as a page of its own, on pages that allow no script at all. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { InboxEntry } from '../../demo/inbox.ts';
import { launchChromium } from '../support/browser.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { until } from '../support/until.ts';

let demo: Demo;
let browser: Browser;
let context: BrowserContext;
let page: Page;

before(async () => {
	demo = await startDemo();
	browser = await launchChromium();
});
after(async () => {
	await browser?.close();
	await demo?.stop();
});
beforeEach(async () => {
	await fetch(`${demo.portalUrl}/inbox.json`, { method: 'DELETE' });
	context = await browser.newContext({ viewport: { width: 700, height: 900 } });
	page = await context.newPage();
});
afterEach(() => context.close());

async function inbox(): Promise<InboxEntry[]> {
	return (await (await fetch(`${demo.portalUrl}/inbox.json?vendor=easybroker`)).json()) as InboxEntry[];
}

test('a framed form grows to its height, and what is typed in it arrives', async () => {
	await page.goto(`${demo.portalUrl}/framed/sol`);
	const form = page.frameLocator('iframe').locator('doorstep-form');
	await form.getByRole('textbox', { name: 'Nombre' }).fill('Ana en un marco');
	await form.getByRole('textbox', { name: 'Correo electrónico' }).fill('ana@example.com');
	await form.getByRole('checkbox').check();
	await until('the height', async () => {
		const frame = await page.locator('iframe').boundingBox();
		const content = await page.frameLocator('iframe').locator('html').boundingBox();
		return frame && content && frame.height >= content.height && frame.height > 300;
	});
	await form.getByRole('button', { name: 'Enviar' }).click();
	await form.getByText('¡Gracias!').waitFor();
	const [entry] = await until('the lead', async () => {
		const entries = await inbox();
		return entries.length === 1 && entries;
	});
	assert.equal((entry?.body as Record<string, unknown>)?.property_id, 'EB-AB1234');
});

test('a page of another origin may not frame the form', async () => {
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(`<iframe src="${demo.workerUrl}/sol/embed"></iframe>`);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
		await page.goto(`http://localhost:${(server.address() as { port: number }).port}/`);
		await refused;
	} finally {
		server.close();
	}
});

test('the hosted page sends with scripts', async () => {
	await page.goto(`${demo.workerUrl}/sol?listing=EB-AB1234&title=Departamento`);
	const form = page.locator('doorstep-form');
	await form.getByRole('textbox', { name: 'Nombre' }).fill('Ana por enlace');
	await form.getByRole('textbox', { name: 'Correo electrónico' }).fill('ana@example.com');
	await form.getByRole('checkbox').check();
	await form.getByRole('button', { name: 'Enviar' }).click();
	await form.getByText('¡Gracias!').waitFor();
	await until('the lead', async () => (await inbox()).length === 1);
});

test('the hosted page without scripts tells a mistake, keeps what was typed, and sends the mended form', async () => {
	const plain = await browser.newContext({ javaScriptEnabled: false });
	try {
		const page = await plain.newPage();
		await page.goto(`${demo.workerUrl}/sol?listing=EB-AB1234`);
		// The same words within minutes are one lead, and the demo keeps its leads between runs.
		const words = `¿Sigue disponible? ${randomUUID()}`;
		await page.getByLabel('Nombre').fill('Eva sin script');
		await page.getByLabel('Teléfono').fill('12');
		await page.getByLabel('Mensaje').fill(words);
		await page.getByRole('checkbox').check();
		await page.getByRole('button', { name: 'Enviar' }).click();
		await page.locator('#phone-error', { hasText: 'A este número le faltan o le sobran dígitos' }).waitFor();
		assert.equal(await page.getByLabel('Mensaje').inputValue(), words);
		await page.getByLabel('Teléfono').fill('55 1234 5678');
		await page.getByRole('button', { name: 'Enviar' }).click();
		await page.getByRole('heading', { name: '¡Gracias!' }).waitFor();
		const [entry] = await until('the lead', async () => {
			const entries = await inbox();
			return entries.length === 1 && entries;
		});
		assert.equal((entry?.body as Record<string, unknown>)?.phone, '+525512345678');
	} finally {
		await plain.close();
	}
});
