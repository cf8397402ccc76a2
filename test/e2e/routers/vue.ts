import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fillIn, type HostWorld, nameIn, send } from '../../support/host-world.ts';
import { bundleApp } from './bundle-app.ts';
import { LISTINGS, readLeftovers, recorded, show, toHtml, toTag, type } from './host-page.ts';

/** Puts the host's pages on its server. */
export async function serveVue({ server, workerUrl }: HostWorld): Promise<void> {
	server.pages.set('/vue-app.js', { body: await bundleApp('vue-app.js') });
	const head = `${toTag(workerUrl)}<script type="module" src="/vue-app.js"></script>`;
	server.pages.set('/vue', { body: toHtml({ title: 'Vue', head, body: '' }) });
}

/** Real Vue 3.5: `v-if`, `KeepAlive`, a list that changes its order, a bound attribute. */
export function testVue(getWorld: () => HostWorld): void {
	describe('Vue', () => {
		test('v-if takes the form off without a trace and brings it back with its draft, and it sends once', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/vue');
			const form = page.locator('doorstep-form');
			await type(page, 'Uno');
			await show(page, { shown: false });
			assert.deepEqual(await page.evaluate(readLeftovers), []);
			await show(page, { shown: true });
			await nameIn(form).waitFor();
			assert.equal(await nameIn(form).inputValue(), 'Uno');
			await fillIn(form, 'Vue si');
			await send(form);

			assert.equal((await world.leadOf('Vue si')).listing, LISTINGS.one);
			await page.getByText('thanked 1', { exact: true }).waitFor();
			assert.deepEqual(await recorded(page, 'submitted'), [LISTINGS.one]);
			assert.deepEqual([visitor.posts.length, await form.count()], [1, 1]);
			assert.deepEqual(visitor.errors, []);
			await visitor.close();
		});

		test('KeepAlive and another place in a list keep the very element and every answer in it', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/vue');
			const form = page.locator('doorstep-form');
			await fillIn(form, 'Vue viva');
			await form.evaluate((element) => Object.assign(element, { same: true }));
			await show(page, { view: 'PhotosView' });
			assert.deepEqual(await page.evaluate(readLeftovers), []);
			await show(page, { view: 'ContactView' });
			await show(page, { order: ['photos', 'map', 'form'] });
			assert.equal(await form.evaluate((element) => 'same' in element), true);
			assert.deepEqual(
				[await nameIn(form).inputValue(), await form.getByRole('checkbox').isChecked()],
				['Vue viva', true],
			);
			await send(form);
			assert.equal((await world.leadOf('Vue viva')).listing, LISTINGS.one);
			await page.getByText('thanked 1', { exact: true }).waitFor();
			assert.deepEqual([visitor.posts.length, await form.count()], [1, 1]);
			assert.deepEqual(visitor.errors, []);
			await visitor.close();
		});

		test('a bound `listing` is what the form shows and the lead is of', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/vue');
			const form = page.locator('doorstep-form');
			await form.getByText(LISTINGS.one).first().waitFor();
			await show(page, { listing: LISTINGS.two });
			await form.getByText(LISTINGS.two).first().waitFor();
			await fillIn(form, 'Vue otro');
			await send(form);
			const lead = await world.leadOf('Vue otro');
			assert.equal(lead.listing, LISTINGS.two);
			assert.doesNotMatch(lead.message, /EB-AB1234/);
			assert.deepEqual(visitor.errors, []);
			await visitor.close();
		});
	});
}
