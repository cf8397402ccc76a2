import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { fillIn, type HostWorld, nameIn, send } from '../../support/host-world.ts';
import { readPackage } from '../../support/page-server.ts';
import { LISTINGS, readLeftovers, recorded, toElement, toHtml, toTag, type } from './host-page.ts';

const SCRIPT = '<script src="/turbo.js"></script>';

/** Three pages below `base`: a listing, one without a form, another listing. */
function servePages({ server, workerUrl }: HostWorld, base: string, tagIn: 'head' | 'body', more = ''): void {
	const tag = toTag(workerUrl);
	const head = tagIn === 'head' ? SCRIPT + tag : SCRIPT;
	const beside = tagIn === 'body' ? tag : '';
	for (const [name, listing] of Object.entries(LISTINGS)) {
		const body = beside + toElement(listing, more);
		server.pages.set(`${base}/${name}`, { body: toHtml({ title: name, head, body }, base) });
	}
	// The tag is where the form is: a host that has it in its layout has it everywhere, others only beside the form.
	server.pages.set(`${base}/none`, {
		body: toHtml({ title: 'none', head: SCRIPT, body: '<p>No home here.</p>' }, base),
	});
}

/** The same pages without `listing`: what the form is about stands in the page's JSON-LD alone, in its head or its body. */
function serveJsonLdPages({ server, workerUrl }: HostWorld, base: string, dataIn: 'head' | 'body'): void {
	for (const [name, sku] of Object.entries(LISTINGS)) {
		const json = JSON.stringify({
			'@type': 'RealEstateListing',
			name: `Casa ${name}`,
			sku,
			url: `${server.url}${base}/${name}`,
		});
		const data = `<script type="application/ld+json">${json}</script>`;
		const head = SCRIPT + toTag(workerUrl) + (dataIn === 'head' ? data : '');
		const body = `${dataIn === 'body' ? data : ''}<doorstep-form></doorstep-form>`;
		server.pages.set(`${base}/${name}`, { body: toHtml({ title: name, head, body }, base) });
	}
}

/** Follows a link, and waits until Turbo shows the page for good. */
async function follow(page: Page, to: string): Promise<void> {
	await page.getByRole('link', { name: to, exact: true }).click();
	await arrive(page, to);
}

async function arrive(page: Page, title: string): Promise<void> {
	await page.waitForFunction(
		(wanted) => document.title === wanted && !document.documentElement.hasAttribute('data-turbo-preview'),
		title,
	);
}

/** Puts the host's pages on its server. */
export function serveTurbo(world: HostWorld): void {
	world.server.pages.set('/turbo.js', { body: readPackage('@hotwired/turbo/dist/turbo.es2017-umd.js') });
	servePages(world, '/turbo/head', 'head');
	servePages(world, '/turbo/body', 'body');
	servePages(world, '/turbo/permanent', 'head', ' id="contact" data-turbo-permanent');
	serveJsonLdPages(world, '/turbo/json-ld-head', 'head');
	serveJsonLdPages(world, '/turbo/json-ld-body', 'body');
}

/** Real Turbo Drive (https://turbo.hotwired.dev/handbook/drive) between pages of a server. */
export function testTurbo(getWorld: () => HostWorld): void {
	describe('Turbo', () => {
		for (const place of ['head', 'body']) {
			test(`with the tag in the ${place} the form is there on every visit, and sends the listing shown, once`, async () => {
				const world = getWorld();
				const visitor = await world.newVisitor();
				const name = `Turbo ${place}`;
				// The first page has no tag: it comes with the page that Turbo puts in.
				const page = await visitor.open(`/turbo/${place}/none`);
				const form = page.locator('doorstep-form');
				await follow(page, 'one');
				await type(page, 'Uno');
				await follow(page, 'none');
				assert.deepEqual(await page.evaluate(readLeftovers), []);
				await follow(page, 'one');
				await nameIn(form).waitFor();
				assert.equal(await nameIn(form).inputValue(), 'Uno');
				await follow(page, 'two');
				await fillIn(form, name);
				await send(form);

				assert.equal((await world.leadOf(name)).listing, LISTINGS.two);
				assert.deepEqual(await recorded(page, 'submitted'), [LISTINGS.two]);
				assert.deepEqual(await recorded(page, 'starts'), [`/turbo/${place}/none`], 'Turbo reloaded the page');
				assert.deepEqual([visitor.posts.length, world.leadsOf(name).length, await form.count()], [1, 1, 1]);
				assert.deepEqual(visitor.errors, []);
				await visitor.close();
			});
		}

		test('back and forward show the form from the snapshot with what was typed into each listing', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/turbo/head/one');
			const form = page.locator('doorstep-form');
			await type(page, 'Uno');
			await follow(page, 'two');
			await nameIn(form).waitFor();
			assert.equal(await nameIn(form).inputValue(), '', "another listing's draft");
			await type(page, 'Dos');
			await page.goBack();
			await arrive(page, 'one');
			await nameIn(form).waitFor();
			assert.equal(await nameIn(form).inputValue(), 'Uno');
			await page.goForward();
			await arrive(page, 'two');
			await nameIn(form).waitFor();
			assert.equal(await nameIn(form).inputValue(), 'Dos');
			await page.goBack();
			await arrive(page, 'one');
			await fillIn(form, 'Turbo atrás');
			await send(form);

			assert.equal((await world.leadOf('Turbo atrás')).listing, LISTINGS.one);
			assert.deepEqual([visitor.posts.length, await form.count()], [1, 1]);
			assert.deepEqual(await recorded(page, 'starts'), ['/turbo/head/one']);
			assert.deepEqual(visitor.errors, []);
			await visitor.close();
		});

		test('a permanent element goes along with what is typed in it', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/turbo/permanent/one');
			const form = page.locator('doorstep-form');
			await fillIn(form, 'Turbo permanente');
			await form.evaluate((element) => Object.assign(element, { same: true }));
			await follow(page, 'two');
			assert.equal(await form.evaluate((element) => 'same' in element), true);
			assert.equal(await nameIn(form).inputValue(), 'Turbo permanente');
			assert.equal(await form.getByRole('checkbox').isChecked(), true);
			await send(form);

			// The page keeps the element as it was, attribute and all.
			assert.equal((await world.leadOf('Turbo permanente')).listing, LISTINGS.one);
			assert.deepEqual([visitor.posts.length, await form.count()], [1, 1]);
			assert.deepEqual(await recorded(page, 'submitted'), [LISTINGS.one]);
			assert.deepEqual(visitor.errors, []);
			await visitor.close();
		});

		for (const place of ['body', 'head'] as const) {
			// Turbo takes no script out of the head, JSON-LD neither: there, the pages' listings add up.
			test(`without an attribute the lead is of the listing in the JSON-LD of the page shown, in its ${place}`, async () => {
				const world = getWorld();
				const visitor = await world.newVisitor();
				const name = `Turbo datos ${place}`;
				const page = await visitor.open(`/turbo/json-ld-${place}/one`);
				const form = page.locator('doorstep-form');
				await form.getByText('Casa one (EB-AB1234)').first().waitFor();
				await follow(page, 'two');
				await fillIn(form, name);
				await send(form);
				const lead = await world.leadOf(name);
				assert.equal(lead.listing, LISTINGS.two);
				assert.match(lead.message, /Casa two/);
				assert.doesNotMatch(lead.message, /Casa one/);
				assert.deepEqual(visitor.errors, []);
				await visitor.close();
			});
		}
	});
}
