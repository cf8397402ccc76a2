/** The main job, on real parts only: browser, portal, Worker, vendor sandbox, four origins. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { InboxEntry } from '../../demo/inbox.ts';
import { isPortFree } from '../../scripts/port.ts';
import { launchChromium } from '../support/browser.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { takePicture, takesPictures } from '../support/picture.ts';
import { until } from '../support/until.ts';

const PATH = '/mx/departamento-roma-norte';
/** How soon a lead must be at the vendor, in milliseconds: the promise of the first page of the README. */
const ARRIVAL_MS = 2000;

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
	await behave('ok');
	context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	page = await context.newPage();
});
afterEach(() => context.close());

const behave = (mode: string) =>
	fetch(`${demo.portalUrl}/vendors/easybroker/_behave`, { method: 'POST', body: JSON.stringify({ mode }) });

async function inbox(): Promise<InboxEntry[]> {
	const response = await fetch(`${demo.portalUrl}/inbox.json?vendor=easybroker`);
	return (await response.json()) as InboxEntry[];
}

const form = () => page.locator('doorstep-form');

async function fillIn(): Promise<void> {
	await form().getByLabel('Nombre').fill('José Núñez');
	await form().getByLabel('Correo electrónico').fill('jose@example.com');
	await form().getByLabel('Teléfono').fill('55 1234 5678');
	await form().getByLabel('Mensaje').fill('¿Se puede visitar el sábado?');
	await form().getByRole('checkbox').check();
}

test('a lead typed on the Mexican page is at the vendor within two seconds, whole', async () => {
	await page.goto(demo.portalUrl + PATH);
	await fillIn();
	const sentAt = Date.now();
	await form().getByRole('button', { name: 'Enviar' }).click();
	const [entry] = await until(
		'the lead',
		async () => {
			const entries = await inbox();
			return entries.length > 0 && entries[0]?.status === 200 && entries;
		},
		ARRIVAL_MS,
	);
	assert.ok(Date.now() - sentAt < ARRIVAL_MS);
	await form().getByText('¡Gracias!').waitFor();

	const body = entry?.body as Record<string, unknown>;
	assert.equal(entry?.path, '/integration_partners/contact_requests');
	assert.deepEqual(
		[body.property_id, body.name, body.email, body.phone, body.source],
		['EB-AB1234', 'José Núñez', 'jose@example.com', '+525512345678', 'sol.example'],
	);
	const message = String(body.message);
	assert.ok(message.startsWith('¿Se puede visitar el sábado?\n\n--- detalles ---\n'));
	assert.ok(message.includes('Teléfono: 55 1234 5678'));
	assert.match(message, /Consentimiento \(ser contactado\): sí · sol-contact-1 · /);
});

test('before the visitor does anything the page asks the Worker for the script and nothing else; sending is one request', async () => {
	const requests: string[] = [];
	page.on('request', (request) => {
		if (request.url().startsWith(demo.workerUrl))
			requests.push(`${request.method()} ${new URL(request.url()).pathname}`);
	});
	await page.goto(demo.portalUrl + PATH);
	await form().getByLabel('Nombre').waitFor();
	await page.waitForLoadState('networkidle');
	assert.deepEqual(requests, ['GET /sol.js']);

	await form().getByLabel('Nombre').fill('Ana');
	await form().getByLabel('Correo electrónico').fill('ana@example.com');
	await form().getByRole('checkbox').check();
	await form().getByRole('button', { name: 'Enviar' }).click();
	await form().getByText('¡Gracias!').waitFor();
	// Parts of the script come at the first touch; after the lead, only looks whether it has arrived.
	const sent = requests.slice(1).filter((request) => !/^GET \/(assets|v1)/.test(request));
	assert.deepEqual(sent, ['POST /v1/sites/sol/leads']);
});

test('the page may be filled in and sent with the keyboard alone', async () => {
	await page.goto(demo.portalUrl + PATH);
	await form().getByLabel('Nombre').focus();
	await page.keyboard.type('Ana Silva');
	await page.keyboard.press('Tab');
	await page.keyboard.type('ana@example.com');
	await page.keyboard.press('Tab');
	await page.keyboard.type('5512345678');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await form().getByText('¡Gracias!').waitFor();
	await until('the lead', async () => (await inbox()).length === 1);
});

test('a vendor that is down changes nothing for the visitor', async () => {
	await behave('500');
	await page.goto(demo.portalUrl + PATH);
	await fillIn();
	// The same words as in another test would be the same lead.
	await form().getByLabel('Mensaje').fill('¿Y si no contesta nadie?');
	await form().getByRole('button', { name: 'Enviar' }).click();
	await form().getByText('¡Gracias!').waitFor();
	await until('the refused attempt', async () => (await inbox()).some(({ status }) => status === 500));
	await behave('ok');
	await until(
		'the lead',
		async () => (await inbox()).some(({ method, status }) => method === 'POST' && status === 200),
		20_000,
	);
});

test('wrong answers are told at their fields, and nothing is sent', async () => {
	await page.goto(demo.portalUrl + PATH);
	await form().getByLabel('Teléfono').fill('123');
	await form().getByRole('button', { name: 'Enviar' }).click();
	await form().getByText('A este número le faltan o le sobran dígitos').first().waitFor();
	await form().getByText('Completa este campo').first().waitFor();
	await form().getByText('Marca esta casilla').first().waitFor();
	assert.deepEqual(await inbox(), []);
});

test('where scripts do not run the page’s plain form sends the lead and is thanked', async () => {
	const plain = await browser.newContext({ javaScriptEnabled: false });
	try {
		const page = await plain.newPage();
		await page.goto(demo.portalUrl + PATH);
		await page.locator('input[name="name"]').fill('Eva Ruiz');
		await page.locator('input[name="email"]').fill('eva@example.com');
		await page.locator('textarea[name="message"]').fill(`Sin script ${randomUUID()}`);
		await page.locator('input[name="consent.contact"]').check();
		await page.locator('form button').click();
		await page.getByRole('heading', { name: '¡Gracias!' }).waitFor();
		const [entry] = await until('the lead', async () => {
			const entries = await inbox();
			return entries.length === 1 && entries;
		});
		assert.equal((entry?.body as Record<string, string>)?.name, 'Eva Ruiz');
		assert.equal((entry?.body as Record<string, string>)?.property_id, 'EB-AB1234');
	} finally {
		await plain.close();
	}
});

test('the inbox page shows a lead as it arrives', async () => {
	await page.goto(`${demo.portalUrl}/inbox`);
	const other = await context.newPage();
	await other.goto(demo.portalUrl + PATH);
	const element = other.locator('doorstep-form');
	await element.getByLabel('Nombre').fill('Nombre en la bandeja');
	await element.getByLabel('Correo electrónico').fill('b@example.com');
	await element.getByRole('checkbox').check();
	await element.getByRole('button', { name: 'Enviar' }).click();
	await page.getByText('Nombre en la bandeja').first().waitFor();
	assert.equal(await page.getByText('demo-easybroker-key').count(), 0, 'the secret is masked');
});

test('the form fits a screen of 320 px without sideways scrolling', async () => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(demo.portalUrl + PATH);
	await form().getByLabel('Nombre').waitFor();
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	assert.equal(overflow, 0);
});

test('pictures for the README', {
	skip: !takesPictures && 'run "npm run pictures" to take them again',
}, async () => {
	await page.goto(demo.portalUrl + PATH);
	await form().getByLabel('Nombre').waitFor();
	await page.evaluate(() => scrollTo({ top: 612, behavior: 'instant' }));
	await takePicture(page, 'form-on-page');
	await page.setViewportSize({ width: 360, height: 740 });
	await form().evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
	await takePicture(page, 'form-on-phone');
});

test('Ctrl-C ends both', async () => {
	await browser.close();
	assert.equal(await demo.stop(), 0);
	assert.deepEqual([await isPortFree(8787), await isPortFree(8788)], [true, true]);
});
