import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { fillIn, type HostWorld, nameIn, send } from '../../support/host-world.ts';
import { LISTINGS, readLeftovers, recorded, toElement, toHtml, toTag, type } from './host-page.ts';

const ROUTER = readFileSync(new URL('transition-router.js', import.meta.url), 'utf8');
const PERSIST = ' data-astro-transition-persist="contact"';

/** Puts the host's pages on its server: below `/swap` the form is made anew, below `/persist` it is carried over. */
export function serveViewTransitions({ server, workerUrl }: HostWorld): void {
	server.pages.set('/transition-router.js', { body: ROUTER });
	const head = `<script type="module" src="/transition-router.js"></script>${toTag(workerUrl)}`;
	for (const [base, more] of [
		['/swap', ''],
		['/persist', PERSIST],
	] as const) {
		for (const [name, listing] of Object.entries(LISTINGS)) {
			server.pages.set(`${base}/${name}`, {
				body: toHtml({ title: name, head, body: toElement(listing, more) }, base),
			});
		}
		server.pages.set(`${base}/none`, { body: toHtml({ title: 'none', head, body: '<p>No home here.</p>' }, base) });
	}
}

/** Waits until a router has shown the page at a path for good. */
export type Arrive = (page: Page, path: string) => Promise<unknown>;

const arriveHere: Arrive = (page, path) =>
	page.waitForFunction((wanted) => document.documentElement.dataset.arrived === wanted, path);

async function follow(page: Page, to: string, arrive: Arrive): Promise<void> {
	const link = page.getByRole('link', { name: to, exact: true });
	const path = (await link.getAttribute('href')) as string;
	await link.click();
	await arrive(page, path);
}

/**
 * View transitions as Astro's `<ClientRouter />` makes them. Astro itself is not among the project's packages, for its lock
 * is incomplete under `npm ci`: a router of the tests' own does the same steps to the document. `npm run bench:hosts` runs
 * the same visits on a site built by the real Astro.
 */
export function testViewTransitions(getWorld: () => HostWorld, router = 'view transitions', arrive = arriveHere): void {
	describe(router, () => {
		test('the form is there after every swap of the body, with its draft, and sends the listing shown, once', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/swap/one');
			const form = page.locator('doorstep-form');
			await type(page, 'Uno');
			await follow(page, 'none', arrive);
			assert.deepEqual(await page.evaluate(readLeftovers), []);
			await follow(page, 'two', arrive);
			await nameIn(form).waitFor();
			assert.equal(await nameIn(form).inputValue(), '', "another listing's draft");
			await page.goBack();
			await arrive(page, '/swap/none');
			await page.goBack();
			await arrive(page, '/swap/one');
			await nameIn(form).waitFor();
			assert.equal(await nameIn(form).inputValue(), 'Uno');
			await fillIn(form, 'Transición');
			await send(form);

			assert.equal((await world.leadOf('Transición')).listing, LISTINGS.one);
			assert.deepEqual(await recorded(page, 'submitted'), [LISTINGS.one]);
			assert.deepEqual(await recorded(page, 'starts'), ['/swap/one']);
			assert.deepEqual([visitor.posts.length, await form.count()], [1, 1]);
			assert.deepEqual(visitor.errors, []);
			await visitor.close();
		});

		for (const how of ['moveBefore', 'appendChild']) {
			test(`an element carried over by ${how} keeps every answer, and sends once`, async () => {
				const world = getWorld();
				const visitor = await world.newVisitor();
				const name = `Llevado ${how}`;
				// Browsers have had moveBefore since 2025; routers do without it in the others.
				if (how === 'appendChild') {
					await visitor.context.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'moveBefore'));
				}
				const page = await visitor.open('/persist/one');
				const form = page.locator('doorstep-form');
				await fillIn(form, name);
				await form.evaluate((element) => Object.assign(element, { same: true }));
				await follow(page, 'two', arrive);
				assert.equal(await form.evaluate((element) => 'same' in element), true);
				assert.deepEqual([await nameIn(form).inputValue(), await form.getByRole('checkbox').isChecked()], [name, true]);
				await send(form);
				await world.leadOf(name);
				assert.deepEqual([visitor.posts.length, world.leadsOf(name).length, await form.count()], [1, 1, 1]);
				assert.equal((await recorded(page, 'submitted')).length, 1);
				assert.deepEqual(visitor.errors, []);
				await visitor.close();
			});
		}
	});
}
