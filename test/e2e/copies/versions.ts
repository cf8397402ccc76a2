import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { fillIn, type HostWorld, nameIn, send } from '../../support/host-world.ts';
import { until } from '../../support/until.ts';
import { LISTINGS, recorded, toElement, toHtml, toTag } from '../routers/host-page.ts';
import { buildOtherVersion, OTHER_PART } from './build-other-version.ts';

/** Where the Worker seems to have the other version. */
const OTHER = '/other/sol.js';

/** The pages: which scripts, in which order. Without `async` they run in the order of their tags. */
const PAGES: Readonly<Record<string, { scripts: string[]; stands: 'this' | 'other' }>> = {
	'the tag pasted twice': { scripts: ['/sol.js', '/sol.js'], stands: 'this' },
	'the tag pasted twice with another address': { scripts: ['/sol.js', '/sol.js?utm_source=x'], stands: 'this' },
	'this version after another': { scripts: [OTHER, '/sol.js'], stands: 'other' },
	'this version before another': { scripts: ['/sol.js', OTHER], stands: 'this' },
	'the bare widget before the script with the form': { scripts: ['/widget.js', '/sol.js'], stands: 'this' },
	'the bare widget after another version': { scripts: [OTHER, '/widget.js'], stands: 'other' },
};
const toPath = (name: string) => `/${name.replaceAll(' ', '-')}`;

let files: Map<string, string>;

/** Puts the pages on the host's server: each with two places for a form. */
export async function serveVersions({ server, workerUrl }: HostWorld): Promise<void> {
	files = await buildOtherVersion(await (await fetch(`${workerUrl}/v1/sites/sol/form?lang=es`)).text());
	const body = toElement(LISTINGS.one) + toElement(LISTINGS.two);
	const put = (path: string, scripts: string[]) => {
		const head = scripts.map((script) => toTag(workerUrl, script).replace(' async', '')).join('');
		server.pages.set(path, { body: toHtml({ title: path, head, body }) });
	};
	for (const [name, { scripts }] of Object.entries(PAGES)) put(toPath(name), scripts);
	put('/other-alone', [OTHER]);
	put('/this-alone', ['/sol.js']);
}

/** Serves the other version from the Worker's own origin: a script's origin is where its leads go. */
async function routeOther(context: BrowserContext, workerUrl: string): Promise<void> {
	await context.route(`${workerUrl}/other/**`, (route) => {
		const body = files.get(new URL(route.request().url()).pathname.replace('/other/', ''));
		const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' };
		return body === undefined ? route.fulfill({ status: 404, headers }) : route.fulfill({ body, headers });
	});
}

/** Several copies of the script on one page, of one version and of two. */
export function testVersions(getWorld: () => HostWorld): void {
	describe('copies of the script', () => {
		for (const [name, { stands }] of Object.entries(PAGES)) {
			test(`${name}: no error, one form a place, and one lead when one is sent`, async () => {
				const world = getWorld();
				const visitor = await world.newVisitor();
				await routeOther(visitor.context, world.workerUrl);
				const page = await visitor.open(toPath(name));
				const form = page.locator('doorstep-form').nth(1);
				await fillIn(form, name);
				assert.deepEqual(
					await page
						.locator('doorstep-form')
						.evaluateAll((all) => all.map((element) => element.shadowRoot?.querySelectorAll('form').length)),
					[1, 1],
				);
				assert.equal(await page.locator(`[part~="${OTHER_PART}"]`).count(), stands === 'other' ? 2 : 0);
				await send(form);
				assert.equal((await world.leadOf(name)).listing, LISTINGS.two);
				assert.deepEqual([visitor.posts.length, world.leadsOf(name).length], [1, 1]);
				assert.deepEqual(await recorded(page, 'submitted'), [LISTINGS.two]);
				assert.equal(await nameIn(page.locator('doorstep-form').first()).inputValue(), '');
				assert.deepEqual(visitor.errors, []);
				await visitor.close();
			});
		}

		test('a lead that another version kept goes out from the next page with this one, once and with its id', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			await routeOther(visitor.context, world.workerUrl);
			const page = await visitor.open('/other-alone');
			const form = page.locator('doorstep-form').first();
			await fillIn(form, 'Versión guardada');
			// The desk's part has come at the first touch; from here on nothing gets through.
			await visitor.context.setOffline(true);
			await form.getByRole('button', { name: 'Enviar' }).click();
			await form.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
			await page.goto('about:blank');
			await visitor.context.setOffline(false);
			await page.goto(`${world.server.url}/this-alone`);
			assert.equal((await world.leadOf('Versión guardada')).listing, LISTINGS.one);
			await until('nothing kept', () => page.evaluate(() => localStorage['doorstep-outbox'] === undefined));
			assert.equal(new Set(visitor.posts.map((body) => JSON.parse(body).id)).size, 1);
			assert.equal(world.leadsOf('Versión guardada').length, 1);
			await visitor.close();
		});
	});
}
