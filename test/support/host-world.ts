import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { createTestHarness } from 'wrangler';
import { createPortal, type Portal } from '../../demo/portal.ts';
import { launchChromium } from './browser.ts';
import { DEMO_ENV } from './demo-env.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { until } from './until.ts';

process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';
process.env.WRANGLER_SEND_METRICS = 'false';

/** How long anything on a page is waited for, in milliseconds. Generous: it is over in a second on an idle machine. */
const TIMEOUT_MS = 15_000;

/** A browser of one visitor, with all that was seen of it. */
export interface Visitor {
	context: BrowserContext;
	/** Opens a tab at a path of the host's. */
	open: (path: string) => Promise<Page>;
	/** Errors in the console and uncaught ones, of all tabs. */
	errors: string[];
	/** The bodies of all leads that left the browser, sent again or not. */
	posts: string[];
	close: () => Promise<void>;
}

/** The real Worker in workerd, a vendor's sandbox, a stranger's web server and Chromium: three origins, free ports. */
export interface HostWorld {
	workerUrl: string;
	/** The host's web server; a test puts its pages there. */
	server: PageServer;
	/** A visitor nobody has seen before. */
	newVisitor: () => Promise<Visitor>;
	/** What the vendor took of a visitor, by the name typed: the listing's reference and the message, oldest first. */
	leadsOf: (name: string) => { listing: string; message: string }[];
	/** Waits for the first of `leadsOf`. */
	leadOf: (name: string) => Promise<{ listing: string; message: string }>;
	close: () => Promise<void>;
}

/** Starts all of it. The widget has to be built. */
export async function startHostWorld(): Promise<HostWorld> {
	const portal: Portal = await createPortal({ port: 0 });
	const server = await startPageServer();
	const harness = createTestHarness({
		root: fileURLToPath(new URL('../e2e/worker/', import.meta.url)),
		workers: [
			{
				configPath: './wrangler.toml',
				vars: { VENDORS_URL: portal.vendorsUrl, PAGE_ORIGIN: server.url },
				secrets: DEMO_ENV,
			},
		],
	});
	const { url } = await harness.listen();
	const browser: Browser = await launchChromium();
	const leadsOf = (name: string) =>
		portal.inbox
			.list('easybroker')
			.filter(({ method, status }) => method === 'POST' && status === 200)
			.map(({ body }) => body as Record<string, string>)
			.filter((body) => body.name === name)
			.map(({ property_id = '', message = '' }) => ({ listing: property_id, message }));
	return {
		workerUrl: url.origin,
		server,
		newVisitor: () => newVisitor(browser, server.url),
		leadsOf,
		leadOf: (name) => until(`the lead of ${name}`, () => leadsOf(name)[0]),
		async close() {
			await browser.close();
			await harness.close();
			server.close();
			await portal.close();
		},
	};
}

async function newVisitor(browser: Browser, pagesUrl: string): Promise<Visitor> {
	const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
	context.setDefaultTimeout(TIMEOUT_MS);
	const errors: string[] = [];
	const posts: string[] = [];
	context.on('console', (message) => {
		if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
	});
	context.on('weberror', (error) => errors.push(error.error().message));
	context.on('request', (request) => {
		if (request.method() === 'POST' && request.url().endsWith('/leads')) posts.push(request.postData() ?? '');
	});
	return {
		context,
		errors,
		posts,
		async open(path) {
			const page = await context.newPage();
			await page.goto(pagesUrl + path);
			return page;
		},
		close: () => context.close(),
	};
}

/** A form's field for the visitor's name, which also tells the tests' leads apart. */
export const nameIn = (form: Locator): Locator => form.getByLabel('Nombre');

/** Fills in the Mexican site's form, but for what is there already. */
export async function fillIn(form: Locator, name: string): Promise<void> {
	await nameIn(form).fill(name);
	await form.getByLabel('Correo electrónico').fill('ana@example.com');
	await form.getByRole('checkbox').check();
}

/** Sends the form, and waits for its thank-you. */
export async function send(form: Locator): Promise<void> {
	await form.getByRole('button', { name: 'Enviar' }).click();
	await form.getByText('¡Gracias!').waitFor();
}
