import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fillIn, type HostWorld, nameIn, send } from '../../support/host-world.ts';
import { until } from '../../support/until.ts';
import { LISTINGS, recorded, show } from './host-page.ts';

/**
 * React and Vue keep an element whose attributes alone differ from one route to the next: a visitor who goes from home to
 * home may have the same element under their fingers all the time. Shown in React's host.
 */
export function testReusedElement(getWorld: () => HostWorld): void {
	describe('an element used again for another listing', () => {
		test('after the thank-you for one listing the other listing has a form', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/react');
			const form = page.locator('doorstep-form');
			await fillIn(form, 'Uso primero');
			await send(form);
			await show(page, { listing: LISTINGS.two });
			await nameIn(form).waitFor();
			assert.equal(await nameIn(form).inputValue(), '');
			await fillIn(form, 'Uso segundo');
			await send(form);
			assert.equal((await world.leadOf('Uso segundo')).listing, LISTINGS.two);
			assert.equal((await world.leadOf('Uso primero')).listing, LISTINGS.one);
			await visitor.close();
		});

		test('a lead kept for one listing still goes out after one for the other was sent', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const page = await visitor.open('/react');
			const form = page.locator('doorstep-form');
			await fillIn(form, 'Uso guardado');
			await visitor.context.setOffline(true);
			await form.getByRole('button', { name: 'Enviar' }).click();
			await form.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
			await show(page, { listing: LISTINGS.two });
			await form.getByText(LISTINGS.two).first().waitFor();
			await form.locator('button[part~="submit"]').click();
			await until('a second lead on the device', async () => {
				const kept = await page.evaluate(() => JSON.parse(localStorage['doorstep-outbox'] ?? '[]'));
				return kept.some(({ body }: { body: string }) => JSON.parse(body).listing.reference === LISTINGS.two);
			});
			await visitor.context.setOffline(false);
			await until('both leads', async () => (await recorded(page, 'submitted')).length > 0);
			await until('nothing kept', () => page.evaluate(() => localStorage['doorstep-outbox'] === undefined));
			const listings = await until(
				'both leads',
				() => {
					const leads = world.leadsOf('Uso guardado');
					return leads.length === 2 && leads.map(({ listing }) => listing).sort();
				},
				3000,
			);
			assert.deepEqual(listings, [LISTINGS.one, LISTINGS.two]);
			await visitor.close();
		});
	});
}
