import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BrowserContext, Locator, Page, Route } from 'playwright-core';
import { fillIn, type HostWorld, nameIn, send } from '../../support/host-world.ts';
import { until } from '../../support/until.ts';
import { LISTINGS, toElement, toHtml, toTag, type } from '../routers/host-page.ts';

/** Puts the page of one listing on the host's server. */
export function serveTabs({ server, workerUrl }: HostWorld): void {
	const head = toTag(workerUrl);
	server.pages.set('/tab', { body: toHtml({ title: 'Tab', head, body: toElement(LISTINGS.one) }) });
}

const formIn = (page: Page): Locator => page.locator('doorstep-form');
const alertIn = (page: Page): Locator => formIn(page).getByRole('alert').filter({ hasText: /\S/ });
const readKept = (page: Page): Promise<number> =>
	page.evaluate(() => JSON.parse(localStorage['doorstep-outbox'] ?? '[]').length);

/** What becomes of the leads that the tabs send. */
class Gate {
	/** Leads that wait at the gate. */
	readonly held: Route[] = [];
	/** How many have come through. */
	passed = 0;
	#mode: 'lost' | 'held' | 'open' = 'open';

	static async on(context: BrowserContext): Promise<Gate> {
		const gate = new Gate();
		await context.addInitScript(COUNT_ASKS);
		await context.route('**/leads', (route) => gate.#take(route));
		return gate;
	}

	/** Every lead is lost on its way from now on. */
	lose(): void {
		this.#mode = 'lost';
	}

	/** Every lead waits from now on. */
	hold(): void {
		this.#mode = 'held';
	}

	/** Lets everything through. */
	async open(): Promise<void> {
		this.#mode = 'open';
		await Promise.all(this.held.splice(0).map((route) => this.#take(route)));
	}

	async #take(route: Route): Promise<void> {
		if (this.#mode === 'lost') return route.abort('connectionfailed');
		if (this.#mode === 'held') return void this.held.push(route);
		this.passed++;
		return route.continue();
	}
}

/** Types and sends in vain: the lead is kept on the device. */
async function sendInVain(page: Page, name: string): Promise<void> {
	// Where a visitor's fingers are; a browser gives a tab behind it a frame a second.
	await page.bringToFront();
	await fillIn(formIn(page), name);
	await formIn(page).locator('button[part~="submit"]').click();
	await alertIn(page).waitFor();
}

/** Counts how often a tab asks for the lock of a lead: every try to send begins with it. */
const COUNT_ASKS = () => {
	const { request } = navigator.locks;
	const page = Object.assign(window, { asks: 0 });
	navigator.locks.request = ((...args: unknown[]) => {
		page.asks++;
		return Reflect.apply(request, navigator.locks, args);
	}) as typeof request;
};

/** Waits until a tab has tried to send, and has been answered by the locks. */
async function takeTurn(page: Page): Promise<void> {
	await page.waitForFunction(() => (window as unknown as { asks: number }).asks > 0);
	// Asked after it, so answered after it.
	await page.evaluate(() => navigator.locks.query());
}

const forgetAsks = (page: Page): Promise<unknown> => page.evaluate(() => Object.assign(window, { asks: 0 }));

/** Two real tabs of one visitor, on the same listing. */
export function testTabs(getWorld: () => HostWorld): void {
	describe('two tabs', () => {
		test('a lead kept in one goes out once when both come back online', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const gate = await Gate.on(visitor.context);
			const tabs = [await visitor.open('/tab'), await visitor.open('/tab')] as const;
			await type(tabs[1], 'Otra');
			await type(tabs[0], 'x');
			await visitor.context.setOffline(true);
			gate.lose();
			await sendInVain(tabs[0], 'Pestaña en línea');
			for (const tab of tabs) await forgetAsks(tab);
			gate.hold();
			await visitor.context.setOffline(false);
			await until('a lead at the gate', () => gate.held.length > 0);
			for (const tab of tabs) await takeTurn(tab);
			assert.equal(gate.held.length, 1);
			await gate.open();
			await world.leadOf('Pestaña en línea');
			await until('nothing kept', async () => (await readKept(tabs[0])) === 0);
			assert.deepEqual([gate.passed, world.leadsOf('Pestaña en línea').length], [1, 1]);
			assert.equal(await nameIn(formIn(tabs[1])).inputValue(), 'Otra');
			await visitor.close();
		});

		test('a lead kept in one goes out once when both are reloaded', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const gate = await Gate.on(visitor.context);
			const tabs = [await visitor.open('/tab'), await visitor.open('/tab')] as const;
			gate.lose();
			await sendInVain(tabs[0], 'Pestaña de nuevo');
			gate.hold();
			for (const tab of tabs) {
				await tab.reload();
				await takeTurn(tab);
			}
			await until('a lead at the gate', () => gate.held.length > 0);
			assert.equal(gate.held.length, 1);
			await gate.open();
			await world.leadOf('Pestaña de nuevo');
			await until('nothing kept', async () => (await readKept(tabs[1])) === 0);
			assert.deepEqual([gate.passed, world.leadsOf('Pestaña de nuevo').length], [1, 1]);
			await visitor.close();
		});

		test('a visitor who sends again by hand what the other tab has sent makes no second lead', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const gate = await Gate.on(visitor.context);
			const first = await visitor.open('/tab');
			gate.lose();
			await sendInVain(first, 'Pestaña a mano');
			await gate.open();
			const second = await visitor.open('/tab');
			await until('nothing kept', async () => (await readKept(second)) === 0);
			await first.bringToFront();
			await formIn(first).locator('button[part~="submit"]').click();
			await formIn(first).getByText('¡Gracias!').waitFor();
			await world.leadOf('Pestaña a mano');
			assert.equal(new Set(visitor.posts.map((body) => JSON.parse(body).id)).size, 1);
			assert.equal(world.leadsOf('Pestaña a mano').length, 1);
			await visitor.close();
		});

		test('each keeps its own draft over a reload, and each sends its own lead', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const tabs = [await visitor.open('/tab'), await visitor.open('/tab')] as const;
			const names = ['Pestaña una', 'Pestaña dos'] as const;
			for (const at of [0, 1] as const) await type(tabs[at], names[at]);
			for (const at of [0, 1] as const) {
				await tabs[at].bringToFront();
				await tabs[at].reload();
				await nameIn(formIn(tabs[at])).waitFor();
				assert.equal(await nameIn(formIn(tabs[at])).inputValue(), names[at]);
			}
			for (const at of [0, 1] as const) {
				await tabs[at].bringToFront();
				await fillIn(formIn(tabs[at]), names[at]);
				await send(formIn(tabs[at]));
				await world.leadOf(names[at]);
			}
			assert.deepEqual([world.leadsOf(names[0]).length, world.leadsOf(names[1]).length], [1, 1]);
			assert.deepEqual(visitor.errors, []);
			await visitor.close();
		});

		test('a lead kept in one is not replaced by what is typed and sent in the other: both go out', async () => {
			const world = getWorld();
			const visitor = await world.newVisitor();
			const gate = await Gate.on(visitor.context);
			const tabs = [await visitor.open('/tab'), await visitor.open('/tab')] as const;
			gate.lose();
			await sendInVain(tabs[0], 'Pestaña sin red A');
			await sendInVain(tabs[1], 'Pestaña sin red B');
			assert.equal(await readKept(tabs[0]), 2);
			await gate.open();
			for (const tab of tabs) await tab.evaluate(() => window.dispatchEvent(new Event('online')));
			await world.leadOf('Pestaña sin red A');
			await world.leadOf('Pestaña sin red B');
			await until('nothing kept', async () => (await readKept(tabs[0])) === 0);
			assert.equal(world.leadsOf('Pestaña sin red A').length, 1);
			assert.equal(world.leadsOf('Pestaña sin red B').length, 1);
			await visitor.close();
		});
	});
}
