/** The operator's page: Chromium, the real Worker with the built page, and a vendor that tells what arrived. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { readViolations } from '../support/axe.ts';
import { type ConsoleWorld, startConsoleWorld } from '../support/console-world.ts';
import { DEMO_ENV } from '../support/demo-env.ts';
import { takePicture } from '../support/picture.ts';
import { until } from '../support/until.ts';

const TOKEN = DEMO_ENV.CONSOLE_TOKEN as string;

let world: ConsoleWorld;
let context: BrowserContext;
let page: Page;
/** What the page complained of, and every address it asked. */
let errors: string[];
let requests: string[];
let address = 0;

before(async () => {
	world = await startConsoleWorld();
});
after(() => world?.close());
beforeEach(async () => {
	context = await world.browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
	// Each test is a client of its own, so that none is locked out by another.
	await context.setExtraHTTPHeaders({ 'cf-connecting-ip': `198.51.100.${++address}` });
	page = await context.newPage();
	errors = [];
	requests = [];
	page.on('console', (message) => {
		if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) errors.push(message.text());
	});
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('request', (request) => requests.push(request.url()));
});
afterEach(async () => {
	await context.close();
	assert.deepEqual(errors, [], 'the page complained');
});

async function open(hash = ''): Promise<void> {
	await page.goto(`${world.workerUrl}/console${hash}`);
}

async function signIn(token = TOKEN): Promise<void> {
	await page.getByLabel('Token').fill(token);
	await page.getByRole('button', { name: 'Sign in' }).click();
}

async function enter(hash = ''): Promise<void> {
	await open(hash);
	await signIn();
	await page.getByRole('navigation').waitFor();
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('an operator signs in, finds a parked lead and replays it, and it arrives at the vendor', async () => {
	const number = await world.leadIn('parked', { name: 'Ana Parada' });
	await enter();
	await page
		.getByRole('link', { name: /Parked$/ })
		.first()
		.click();
	await page.getByRole('link', { name: new RegExp(`^#${number} `) }).click();
	await page.getByText('HTTP 503 for 72 hours').waitFor();
	assert.ok(!world.arrived().includes('Ana Parada'));
	await page.getByRole('button', { name: 'Replay' }).click();
	await page.locator('h1 .badge', { hasText: 'Delivered' }).waitFor();
	assert.deepEqual(
		world.arrived().filter((name) => name === 'Ana Parada'),
		['Ana Parada'],
	);
});

test('a held lead that is released arrives at the vendor', async () => {
	const number = await world.leadIn('held', { name: 'Eva Retenida' });
	await enter(`#/lead?site=sol&number=${number}`);
	await page.getByText('looks like spam: link in the name').waitFor();
	await page.getByRole('button', { name: 'Release' }).click();
	await until('the lead', () => world.arrived().includes('Eva Retenida'));
});

test('discarding asks first; then the lead is erased and never arrives', async () => {
	const number = await world.leadIn('held', { name: 'Bot Descartado' });
	await enter(`#/lead?site=sol&number=${number}`);
	await page.getByRole('button', { name: 'Discard' }).click();
	await page.keyboard.press('Escape');
	assert.deepEqual(await world.sql('select state from deliveries where number = ?', number), [{ state: 'held' }]);
	await page.getByRole('button', { name: 'Discard' }).click();
	await page.getByRole('button', { name: 'Discard it' }).click();
	await page.locator('h1 .badge', { hasText: 'Discarded' }).waitFor();
	assert.deepEqual(await world.sql('select state, lead from deliveries where number = ?', number), [
		{ state: 'discarded', lead: null },
	]);
	assert.ok(!world.arrived().includes('Bot Descartado'));
});

test('what a visitor sent is hidden until it is asked for, and the audit log has who looked', async () => {
	const number = await world.leadIn('parked', { name: 'Oculta Ruiz', message: 'Línea 1\nLínea 2' });
	const looks = () => world.sql(`select detail from audit where action = 'read'`);
	const before = (await looks()).length;
	await enter(`#/lead?site=sol&number=${number}`);
	await page.getByRole('button', { name: 'Show it' }).waitFor();
	assert.equal(await page.getByText('Oculta Ruiz').count(), 0);
	await page.getByRole('button', { name: 'Show it' }).click();
	await page.getByText('Oculta Ruiz').waitFor();
	assert.equal((await looks()).length, before + 1);
	await page.getByRole('link', { name: 'Audit' }).click();
	await page.getByText(`number ${number}`).first().waitFor();
});

test('a list shows no name until names are asked for', async () => {
	await world.leadIn('parked', { name: 'Nombre Callado' });
	await enter('#/leads?site=sol&destination=easybroker');
	await page
		.getByRole('link', { name: /easybroker/ })
		.first()
		.waitFor();
	assert.equal(await page.getByText('Nombre Callado').count(), 0);
	await page.getByRole('checkbox', { name: /Show names/ }).check();
	await page.getByText('Nombre Callado').waitFor();
});

test('a list is narrowed by its filters, which the address holds, and goes on page by page', async () => {
	await world.leadIn('held');
	const [row] = await world.sql<{ top: number }>('select max(number) as top from deliveries');
	for (let i = 1; i <= 30; i++) {
		await world.sql(
			`insert into deliveries (number, lead_id, destination, body_hash, received_at, state, due_at)
				values (?, ?, 'easybroker', '', ?, 'discarded', 0)`,
			(row?.top ?? 0) + i,
			`lead-${i}`,
			Date.now(),
		);
	}
	await enter('#/leads?site=sol');
	const rows = page.locator('leads-view li');
	await page.getByLabel('State').selectOption('discarded');
	await page.waitForURL(/state=discarded/);
	await until('the first page', async () => (await rows.count()) === 25);
	await page.getByRole('button', { name: 'Older ones' }).click();
	await until('the second page', async () => (await rows.count()) >= 30);
	await page.getByLabel('State').selectOption('held');
	await until('the held ones', async () => (await rows.count()) > 0 && (await rows.count()) < 25);
	assert.deepEqual([...new Set(await page.locator('leads-view li .badge').allInnerTexts())], ['Held']);
	await page.getByText('More filters').click();
	await page.getByLabel('Received before').fill('2020-01-01');
	await page.getByLabel('Received before').press('Tab');
	await page.getByText('No lead is like that.').waitFor();
});

test('a person is erased everywhere, after a question', async () => {
	const number = await world.leadIn('parked', { email: 'olvidada@example.com' });
	await enter('#/erase');
	await page.getByLabel('E-mail').fill('Olvidada@example.com');
	await page.getByRole('button', { name: 'Erase' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
	await page.getByText(/leads? (is|are) erased/).waitFor();
	assert.deepEqual(await world.sql('select lead from deliveries where number = ?', number), [{ lead: null }]);
	assert.ok(!page.url().includes('olvidada'));
});

test('an export is saved as a file that holds the leads', async () => {
	await world.leadIn('parked', { name: 'Exportada Paz' });
	await enter('#/leads?site=sol&state=parked');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Export CSV' }).click(),
	]);
	assert.match(download.suggestedFilename(), /^sol-leads-\d{4}-\d\d-\d\d\.csv$/);
	const chunks: Buffer[] = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
	assert.ok(Buffer.concat(chunks).toString().includes('Exportada Paz'));
});

test('a wrong token is refused in plain words, and the fifth locks the client out', async () => {
	await open();
	for (let i = 0; i < 5; i++) {
		await signIn(`wrong-${i}`);
		await page.getByRole('button', { name: 'Sign in' }).waitFor();
		await page.getByText('That is not the token').waitFor();
	}
	await signIn();
	await page.getByText(/Too many wrong tokens\. Wait \d+ seconds/).waitFor();
	assert.equal(await page.getByRole('navigation').count(), 0);
});

test('wrong tokens are counted where operators see them', async () => {
	await open();
	await signIn('wrong');
	await page.getByText('That is not the token').waitFor();
	await signIn();
	await page.getByRole('link', { name: 'Audit' }).click();
	await page.getByText(/\d{4}-\d\d-\d\d\s*[1-9]\d* refused/).waitFor();
});

test('the token is in no address, no log and nowhere in the page; it outlives a reload and no sign-out', async () => {
	await world.leadIn('parked');
	await enter();
	for (const name of ['Leads', 'Erase', 'Audit', 'Sites']) await page.getByRole('link', { name, exact: true }).click();
	const whole = await page.evaluate(() => {
		const read = (root: Document | ShadowRoot): string =>
			[...root.querySelectorAll('*')]
				.map(
					(one) =>
						`${one.outerHTML} ${(one as HTMLInputElement).value ?? ''} ${one.shadowRoot ? read(one.shadowRoot) : ''}`,
				)
				.join(' ');
		return `${read(document)} ${location.href} ${document.cookie} ${JSON.stringify({ ...localStorage })}`;
	});
	assert.ok(whole.includes('sites-view'), 'the page was read');
	for (const text of [whole, requests.join(' '), world.logs()]) assert.ok(!text.includes(TOKEN));
	await page.reload();
	await heading('Sites').waitFor();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.getByLabel('Token').waitFor();
	assert.equal(await page.evaluate(() => JSON.stringify({ ...sessionStorage })), '{}');
});

test('the page asks nobody but its own Worker, and breaks no rule of its policy', async () => {
	await enter();
	await heading('Sites').waitFor();
	assert.deepEqual([...new Set(requests.map((url) => new URL(url).origin))], [world.workerUrl]);
	assert.equal(
		await page.evaluate(() => {
			try {
				document.body.innerHTML = '<b>text that becomes markup</b>';
				return 'allowed';
			} catch (error) {
				return (error as Error).name;
			}
		}),
		'TypeError',
	);
	errors = errors.filter((error) => !/TrustedHTML/.test(error));
});

test('an outbox that does not answer and a Worker that is away are told, each with what to do', async () => {
	await enter();
	await page.route('**/v1/console/leads?*', (route) => route.abort());
	await page.getByRole('link', { name: 'Leads', exact: true }).click();
	await page.getByText('Doorstep could not be reached').waitFor();
	await page.unroute('**/v1/console/leads?*');
	await page.getByRole('button', { name: 'Refresh' }).click();
	await page.getByText('Doorstep could not be reached').waitFor({ state: 'detached' });
	errors = errors.filter((error) => !/ERR_FAILED/.test(error));
});

test('the console is used with the keyboard alone', async () => {
	const number = await world.leadIn('parked', { name: 'Teclado Solo' });
	await open();
	await page.getByLabel('Token').waitFor();
	await page.keyboard.type(TOKEN);
	await page.keyboard.press('Enter');
	await heading('Sites').waitFor();
	await page.getByRole('link', { name: 'Leads', exact: true }).focus();
	await page.keyboard.press('Enter');
	await until('the heading to have the focus', () =>
		page.evaluate(() => {
			const inner = (root: Document | ShadowRoot): Element | null =>
				root.activeElement?.shadowRoot ? inner(root.activeElement.shadowRoot) : root.activeElement;
			return inner(document)?.textContent === 'Leads';
		}),
	);
	await page.getByRole('link', { name: new RegExp(`^#${number} `) }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Replay' }).focus();
	await page.keyboard.press('Enter');
	await until('the lead', () => world.arrived().includes('Teclado Solo'));
});

for (const scheme of ['light', 'dark'] as const) {
	test(`axe is silent in every view, and none scrolls sideways at 360 px (${scheme})`, async () => {
		const number = await world.leadIn('parked');
		await page.emulateMedia({ colorScheme: scheme });
		await page.setViewportSize({ width: 360, height: 740 });
		await open();
		await page.getByLabel('Token').waitFor();
		assert.deepEqual(await readViolations(page), []);
		await signIn();
		const views: [string, RegExp][] = [
			['#/sites', /^Sites/],
			['#/leads?site=sol', /^Leads/],
			[`#/lead?site=sol&number=${number}`, /^Lead #/],
			['#/erase', /^Erase/],
			['#/audit?site=sol', /^Audit/],
		];
		for (const [hash, name] of views) {
			await page.evaluate((to) => {
				location.hash = to;
			}, hash);
			await heading(name).waitFor();
			await page.waitForLoadState('networkidle');
			if (hash.startsWith('#/lead?')) await page.getByRole('button', { name: 'Show it' }).click();
			await page.waitForLoadState('networkidle');
			assert.deepEqual(await readViolations(page), [], hash);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			assert.equal(overflow, 0, hash);
		}
	});
}

test('pictures of the console', async () => {
	const number = await world.leadIn('parked');
	await enter(`#/lead?site=sol&number=${number}`);
	await page.setViewportSize({ width: 1280, height: 760 });
	await page.getByRole('button', { name: 'Show it' }).waitFor();
	await takePicture(page, 'console-1280');
	await page.setViewportSize({ width: 360, height: 740 });
	await page.getByRole('link', { name: 'Sites', exact: true }).click();
	await page.getByText('nothing waits').first().waitFor();
	await takePicture(page, 'console-360');
});
