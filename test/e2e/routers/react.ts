import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fillIn, type HostWorld, nameIn, send } from '../../support/host-world.ts';
import { until } from '../../support/until.ts';
import { bundleApp } from './bundle-app.ts';
import { LISTINGS, readLeftovers, recorded, show, toHtml, toTag, type } from './host-page.ts';

/** Puts the host's pages on its server. */
export async function serveReact({ server, workerUrl }: HostWorld): Promise<void> {
	server.pages.set('/react-app.js', { body: await bundleApp('react-app.js') });
	const head = '<script type="module" src="/react-app.js"></script>';
	server.pages.set('/react', { body: toHtml({ title: 'React', head: toTag(workerUrl) + head, body: '' }) });
	// The script comes when the page asks for it, long after React has made the element.
	server.pages.set('/react-late', { body: toHtml({ title: 'React', head, body: '' }) });
	server.pages.set('/react-strict', {
		body: toHtml({ title: 'React', head: toTag(workerUrl) + head, body: '' }),
		headers: {
			'content-security-policy': [
				"default-src 'none'",
				`script-src 'self' ${workerUrl}`,
				`connect-src ${workerUrl}`,
				`form-action ${workerUrl}`,
				"require-trusted-types-for 'script'",
				'trusted-types lit-html',
			].join('; '),
		},
	});
}

/** Real React 19 in StrictMode, which puts the element on the page and takes it off by its state. */
export function testReact(getWorld: () => HostWorld): void {
	describe('React', () => {
		for (const [path, page] of [
			['/react', 'a page'],
			['/react-strict', "a page with a strict policy and require-trusted-types-for 'script'"],
		] as const) {
			test(`on ${page} the form comes, goes and comes back with its draft, and sends once`, async () => {
				const world = getWorld();
				const visitor = await world.newVisitor();
				const name = `React ${path}`;
				const page = await visitor.open(path);
				const form = page.locator('doorstep-form');
				await type(page, 'Uno');
				await show(page, { shown: false });
				assert.deepEqual(await page.evaluate(readLeftovers), []);
				await show(page, { shown: true });
				await nameIn(form).waitFor();
				assert.equal(await nameIn(form).inputValue(), 'Uno');
				await fillIn(form, name);
				await send(form);

				assert.equal((await world.leadOf(name)).listing, LISTINGS.one);
				await page.getByText('thanked 1', { exact: true }).waitFor();
				assert.deepEqual(await recorded(page, 'submitted'), [LISTINGS.one]);
				assert.deepEqual([visitor.posts.length, await form.count()], [1, 1]);
				assert.deepEqual([visitor.errors, await recorded(page, 'violations')], [[], []]);
				await visitor.close();
			});
		}

		test('keeps what is typed when it is made anew in another parent, and when its place in a list changes', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/react');
			const form = page.locator('doorstep-form');
			await type(page, 'Uno');
			await show(page, { order: ['photos', 'map', 'form'] });
			assert.equal(await nameIn(form).inputValue(), 'Uno');
			await show(page, { place: 'right' });
			await page.locator('#right doorstep-form').getByLabel('Nombre').waitFor();
			assert.equal(await nameIn(form).inputValue(), 'Uno');
			await fillIn(form, 'React mudanza');
			await send(form);
			assert.equal((await world.leadOf('React mudanza')).listing, LISTINGS.one);
			assert.deepEqual([visitor.posts.length, await form.count()], [1, 1]);
			assert.deepEqual(visitor.errors, []);
			await visitor.close();
		});

		test('a form taken off while its lead is on the way sends it all the same, once', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/react');
			const form = page.locator('doorstep-form');
			let letGo = () => {};
			const held = new Promise<void>((resolve) => {
				letGo = resolve;
			});
			await visitor.context.route('**/leads', async (route) => {
				await held;
				await route.continue();
			});
			await fillIn(form, 'React en camino');
			await form.locator('button[part~="submit"]').click();
			await until('the lead on its way', () => visitor.posts.length > 0);
			await show(page, { shown: false });
			letGo();
			await world.leadOf('React en camino');
			await until('nothing kept', () => page.evaluate(() => localStorage['doorstep-outbox'] === undefined));
			await show(page, { shown: true });
			await nameIn(form).waitFor();
			assert.equal(await nameIn(form).inputValue(), '', 'the draft of what was sent');
			assert.deepEqual([visitor.posts.length, visitor.errors], [1, []]);
			await visitor.close();
		});

		test('a lead kept when the network was away goes out from the form that is put on the page when it is back', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/react');
			const form = page.locator('doorstep-form');
			await fillIn(form, 'React sin red');
			await visitor.context.setOffline(true);
			await form.locator('button[part~="submit"]').click();
			await form.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
			await show(page, { shown: false });
			await visitor.context.setOffline(false);
			await show(page, { shown: true, listing: LISTINGS.two });
			assert.equal((await world.leadOf('React sin red')).listing, LISTINGS.one);
			await until('nothing kept', () => page.evaluate(() => localStorage['doorstep-outbox'] === undefined));
			assert.equal(new Set(visitor.posts.map((body) => JSON.parse(body).id)).size, 1);
			assert.equal(world.leadsOf('React sin red').length, 1);
			// The other listing's form is not thanked for it.
			await nameIn(form).waitFor();
			await visitor.close();
		});

		test('another `listing` on the same element is what the form shows and the lead is of', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/react');
			const form = page.locator('doorstep-form');
			await fillIn(form, 'React otro');
			await show(page, { listing: LISTINGS.two });
			await form.getByText(LISTINGS.two).first().waitFor();
			// What visitors say of themselves stays; what was pre-written follows the listing.
			assert.equal(await nameIn(form).inputValue(), 'React otro');
			assert.match(await form.getByLabel('Mensaje').inputValue(), /EB-CD5678/);
			await send(form);
			const lead = await world.leadOf('React otro');
			assert.equal(lead.listing, LISTINGS.two);
			assert.doesNotMatch(lead.message, /EB-AB1234/);
			assert.deepEqual(visitor.errors, []);
			await visitor.close();
		});

		test('a script that comes late finds the element with all that React set on it', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/react-late');
			const form = page.locator('doorstep-form');
			await form.waitFor({ state: 'attached' });
			await show(page, { listing: LISTINGS.two });
			await page.addScriptTag({ type: 'module', url: `${world.workerUrl}/sol.js` });
			await form.getByText(LISTINGS.two).first().waitFor();
			await show(page, { listing: LISTINGS.one });
			await form.getByText(LISTINGS.one).first().waitFor();
			await fillIn(form, 'React tarde');
			await send(form);
			assert.equal((await world.leadOf('React tarde')).listing, LISTINGS.one);
			await page.getByText('thanked 1', { exact: true }).waitFor();
			assert.deepEqual([visitor.posts.length, visitor.errors], [1, []]);
			await visitor.close();
		});
	});
}
