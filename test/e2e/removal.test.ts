/** What is left in a stranger's page once the form is taken off, and what an untouched form does there: nothing. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../support/browser.ts';
import { type Demo, startDemo } from '../support/demo.ts';

const ROUNDS = 100;

/** Nodes that may be there beside those of before: less than one form has. */
const NODES_MAX = 60;

let demo: Demo;
let browser: Browser;

before(async () => {
	demo = await startDemo();
	browser = await launchChromium();
});
after(async () => {
	await browser?.close();
	await demo?.stop();
});

async function withPage(run: (page: Page) => Promise<void>, prepare?: (workerUrl: string) => void): Promise<void> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	try {
		const page = await context.newPage();
		if (prepare) await page.addInitScript(prepare, demo.workerUrl);
		await page.goto(`${demo.portalUrl}/mx/departamento-roma-norte`);
		await page.locator('doorstep-form [name="email"]').waitFor({ state: 'attached' });
		await run(page);
	} finally {
		await context.close();
	}
}

/** Mounts a form, touches the fields for name and phone, waits for what that brings, and takes the form off; so often. */
function mountAndRemove(rounds: number): Promise<void> {
	const until = async (condition: () => unknown) => {
		while (!condition()) await new Promise(requestAnimationFrame);
	};
	return (async () => {
		for (let round = 0; round < rounds; round++) {
			const element = document.createElement('doorstep-form');
			element.setAttribute('listing', `EB-${round}`);
			document.body.append(element);
			const find = (selector: string) => element.shadowRoot?.querySelector<HTMLInputElement>(selector);
			await until(() => find('[name="phone"]'));
			for (const [name, value] of [
				['name', 'Ana'],
				['phone', '55 1234 5678'],
			] as const) {
				const input = find(`[name="${name}"]`);
				input?.focus();
				if (input) input.value = value;
				input?.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
			}
			find('[name="email"]')?.focus();
			// The number read back says that every part is here.
			await until(() => find('[part="display"]'));
			element.remove();
		}
		// What was put off until the page is idle holds its element until then.
		await new Promise((resolve) => requestIdleCallback(resolve));
		sessionStorage.clear();
	})();
}

/** What the page holds after everything unreachable is gone. */
async function weigh(session: CDPSession) {
	await session.send('HeapProfiler.collectGarbage');
	const evaluate = async (expression: string) =>
		(await session.send('Runtime.evaluate', { expression, objectGroup: 'weigh' })).result.objectId as string;
	const prototype = await evaluate(`customElements.get('doorstep-form').prototype`);
	const { objects } = await session.send('Runtime.queryObjects', {
		prototypeObjectId: prototype,
		objectGroup: 'weigh',
	});
	const count = await session.send('Runtime.callFunctionOn', {
		objectId: objects.objectId as string,
		functionDeclaration: 'function () { return this.length }',
		returnByValue: true,
	});
	const listeners: string[] = [];
	for (const target of ['window', 'document']) {
		const { listeners: found } = await session.send('DOMDebugger.getEventListeners', {
			objectId: await evaluate(target),
		});
		listeners.push(...found.map(({ type }) => `${target} ${type}`).sort());
	}
	await session.send('Runtime.releaseObjectGroup', { objectGroup: 'weigh' });
	await session.send('HeapProfiler.collectGarbage');
	const { metrics } = await session.send('Performance.getMetrics');
	return {
		elements: count.result.value as number,
		listeners,
		nodes: metrics.find(({ name }) => name === 'Nodes')?.value,
	};
}

test(`${ROUNDS} forms mounted, touched and removed leave no element, listener or node behind`, async () => {
	await withPage(async (page) => {
		const session = await page.context().newCDPSession(page);
		await session.send('Performance.enable');
		await page.locator('doorstep-form').evaluate((element) => element.remove());
		// The first rounds bring the parts, which stay.
		await page.evaluate(mountAndRemove, 3);
		const before = await weigh(session);
		await page.evaluate(mountAndRemove, ROUNDS);
		const after = await weigh(session);
		assert.equal(after.elements, before.elements);
		assert.ok(after.elements <= 1, `${after.elements} elements are held`);
		assert.deepEqual(after.listeners, before.listeners);
		const grown = (after.nodes ?? 0) - (before.nodes ?? 0);
		assert.ok(grown <= NODES_MAX, `${grown} nodes more than before`);
	});
});

test('a form that nobody has touched runs nothing but a look at what is kept, once the page is idle', async () => {
	/** Notes what the widget's own code runs; the driver of the browser runs things, too. */
	const count = (workerUrl: string) => {
		const ran: string[] = [];
		const note = (name: string) => {
			if (new Error().stack?.includes(workerUrl)) ran.push(name);
		};
		Object.assign(window, { ran });
		for (const name of [
			'setTimeout',
			'setInterval',
			'requestAnimationFrame',
			'requestIdleCallback',
			'fetch',
		] as const) {
			const original = window[name] as (...args: unknown[]) => unknown;
			Object.assign(window, {
				[name]: (...args: unknown[]) => {
					note(name);
					return original.apply(window, args);
				},
			});
		}
		for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver'] as const) {
			const Original = window[name] as unknown as new (...args: unknown[]) => object;
			Object.assign(window, {
				[name]: class extends Original {
					constructor(...args: unknown[]) {
						super(...args);
						note(name);
					}
				},
			});
		}
	};
	await withPage(async (page) => {
		const below = await page.locator('doorstep-form').evaluate((element) => element.getBoundingClientRect().top);
		assert.ok(below > 740, 'the form is on the screen');
		await page.waitForLoadState('networkidle');
		// One for the visit's beginning, one for what an earlier page left.
		const idle = ['requestIdleCallback', 'requestIdleCallback'];
		assert.deepEqual(await page.evaluate(() => (window as unknown as { ran: string[] }).ran), idle);
	}, count);
});

for (const [appearance, width] of [
	['inline', 360],
	['dialog', 360],
	['dialog', 1280],
	['bar', 1280],
] as const) {
	test(`nothing but the script is fetched before somebody touches the form: ${appearance} at ${width} px`, async () => {
		const context = await browser.newContext({ viewport: { width, height: 900 } });
		try {
			const page = await context.newPage();
			const asked: string[] = [];
			page.on('request', (request) => asked.push(request.url()));
			await page.goto(`${demo.portalUrl}/mx/departamento-roma-norte?appearance=${appearance}`, { waitUntil: 'load' });
			await page.locator('doorstep-form button').first().waitFor();
			await page.waitForLoadState('networkidle');
			assert.deepEqual(
				asked.filter((url) => url.startsWith(demo.workerUrl)),
				[`${demo.workerUrl}/sol.js`],
			);
		} finally {
			await context.close();
		}
	});
}
