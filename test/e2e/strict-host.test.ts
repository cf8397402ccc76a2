/** Pages with the strictest policy a host may have: exactly the lines docs/embed.md gives, and the pinned script. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { readPinned } from '../../widget/build/pinned.ts';
import { findFirefox, launchFirefox } from '../support/firefox.ts';
import { fillIn, type HostWorld, send, startHostWorld } from '../support/host-world.ts';
import { until } from '../support/until.ts';

const DOCS = readFileSync(new URL('../../docs/embed.md', import.meta.url), 'utf8');
const BUILD = new URL('../../dist/client/', import.meta.url);

let world: HostWorld;
before(async () => {
	world = await startHostWorld();
});
after(() => world?.close());

/** The lines a host needs, as the document has them. */
function toPolicy(more: Record<string, string> = {}): string {
	const lines = /^ {4}script-src https:\/\/leads\.example\.com;\n(?: {4}.+\n)+/m.exec(DOCS)?.[0];
	assert.ok(lines, 'docs/embed.md has the lines of the policy');
	const policy = lines
		.replace(/\s*\n\s*/g, ' ')
		.trim()
		.replaceAll('https://leads.example.com', world.workerUrl);
	const whole = `default-src 'none'; ${policy}`;
	return Object.entries(more).reduce((text, [name, value]) => text.replace(name, `${name} ${value}`), whole);
}

/** Serves a page under the policy; its own script, allowed by its hash, notes what is violated but for the icon browsers look for. */
function serve(path: string, head: string, form: string, inline: readonly string[] = []): void {
	const note = `window.violations=[];document.addEventListener('securitypolicyviolation',e=>e.blockedURI.endsWith('/favicon.ico')||violations.push(e.violatedDirective+' '+e.blockedURI))`;
	const hashes = [note, ...inline].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
	world.server.pages.set(path, {
		body: `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Casa</title><script>${note}</script>${head}</head><body>${form}</body></html>`,
		headers: { 'content-security-policy': toPolicy({ 'script-src': hashes.join(' ') }) },
	});
}

const scriptTag = () => `<script type="module" async src="${world.workerUrl}/sol.js"></script>`;
const element = '<doorstep-form site="sol" agent="none" listing="EB-AB1234"></doorstep-form>';

test('the documented lines are enough in Chromium, Trusted Types included, and are really in force', async () => {
	serve('/strict', scriptTag(), element);
	const visitor = await world.newVisitor();
	const page = await visitor.open('/strict');
	const form = page.locator('doorstep-form');
	await fillIn(form, 'Ana Estricta');
	await send(form);
	await world.leadOf('Ana Estricta');
	assert.deepEqual(await page.evaluate('violations'), []);
	const button = await form.getByRole('button').first().boundingBox();
	assert.ok((button?.height ?? 0) >= 44, 'the styles are there');
	assert.equal(
		await page.evaluate(`(() => { try { document.body.innerHTML = '<b>'; } catch (e) { return e.name; } })()`),
		'TypeError',
	);
	await page.evaluate(`fetch('https://elsewhere.example/').catch(() => {})`);
	await until('the violation', async () => ((await page.evaluate('violations.length')) as number) > 0);
	await visitor.close();
});

const firefoxPath = findFirefox();
test('the documented lines are enough in Firefox', { skip: !firefoxPath && 'no Firefox here' }, async () => {
	serve('/strict-firefox', scriptTag(), element);
	const firefox = await launchFirefox(firefoxPath as string);
	try {
		await firefox.goto(`${world.server.url}/strict-firefox`);
		const inside = (query: string) => `document.querySelector('doorstep-form')?.shadowRoot?.querySelector('${query}')`;
		await until('the form', () => firefox.evaluate<boolean>(`!!${inside('form')}`), 20_000);
		const type = (name: string, value: string) =>
			firefox.evaluate(
				`(() => { const input = ${inside(`[name="${name}"]`)}; input.focus(); input.value = '${value}';
					input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
					input.dispatchEvent(new Event('change', { bubbles: true })); return true })()`,
			);
		await type('name', 'Eva Zorro');
		await type('email', 'eva@example.com');
		await firefox.evaluate(`(${inside('[type=checkbox]')}.click(), true)`);
		await firefox.evaluate(`(${inside('form')}.requestSubmit(), true)`);
		await until('the lead', () => world.leadsOf('Eva Zorro')[0], 20_000);
		assert.deepEqual(await firefox.evaluate('violations'), []);
		const height = await firefox.evaluate<number>(`parseFloat(getComputedStyle(${inside('button')}).minHeight)`);
		assert.ok(height >= 44, 'the styles are there');
	} finally {
		await firefox.close();
	}
});

test('a pinned script fetches the site’s form and sends the lead, and its address may be kept for ever', async () => {
	const pinned = readPinned(BUILD);
	serve('/pinned', pinned.toTag(world.workerUrl), element);
	const response = await fetch(`${world.workerUrl}/${pinned.script}`);
	assert.match(response.headers.get('cache-control') ?? '', /immutable/);
	assert.equal(response.headers.get('access-control-allow-origin'), '*');
	const visitor = await world.newVisitor();
	const form = (await visitor.open('/pinned')).locator('doorstep-form');
	await fillIn(form, 'Ana Fija');
	await send(form);
	await world.leadOf('Ana Fija');
	assert.deepEqual(visitor.errors, []);
	await visitor.close();
});

test('a pinned script that was changed on its way does not run, and the plain form stays', async () => {
	const pinned = readPinned(BUILD);
	serve('/tampered', pinned.toTag(world.workerUrl), element.replace('></d', '><form><input name="plain"></form></d'));
	const visitor = await world.newVisitor();
	await visitor.context.route(`**/${pinned.script}`, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: `${await response.text()};` });
	});
	const page = await visitor.open('/tampered');
	await until('the refusal', () => visitor.errors.some((error) => /integrity/.test(error)));
	assert.equal(await page.evaluate(`customElements.get('doorstep-form') === undefined`), true);
	await page.locator('[name=plain]').waitFor();
	await visitor.close();
});

test('with the import map, a lazy part that was changed on its way does not run either', async () => {
	const pinned = readPinned(BUILD);
	const map = pinned.toImportMap(world.workerUrl);
	const text = map.slice(map.indexOf('>') + 1, map.lastIndexOf('<'));
	serve('/mapped', map + pinned.toTag(world.workerUrl), element, [text]);
	const honest = await world.newVisitor();
	const form = (await honest.open('/mapped')).locator('doorstep-form');
	await fillIn(form, 'Ana Cartografiada');
	await send(form);
	await world.leadOf('Ana Cartografiada');
	await honest.close();

	const visitor = await world.newVisitor();
	let ran = false;
	await visitor.context.exposeFunction('tamperedPartRan', () => {
		ran = true;
	});
	await visitor.context.route('**/assets/desk-*.js', async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: `window.tamperedPartRan();${await response.text()}` });
	});
	const page = await visitor.open('/mapped');
	await page.locator('doorstep-form').getByLabel('Nombre').fill('Ana');
	await until('the refusal', () => visitor.errors.some((error) => /integrity/.test(error)));
	assert.equal(ran, false);
	await visitor.close();
});
