import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { DEMO_SECRETS } from '../../demo/demo-secrets.ts';
import { PortTakenError } from '../../demo/http/listen.ts';
import { LISTINGS } from '../../demo/listings/index.ts';
import { PICTURES } from '../../demo/photos/index.ts';
import { createPortal } from '../../demo/portal.ts';
import { sites } from '../../sites/index.ts';
import { read, startPortal } from './start.ts';

const WORKER = 'http://localhost:9';

describe('the portal', () => {
	const bench = startPortal();
	const get = (path: string) => read(fetch(bench.portal.url + path));

	for (const listing of LISTINGS) {
		describe(listing.path, () => {
			test('embeds the two lines of the form', async () => {
				const { status, text } = await get(listing.path);
				assert.equal(status, 200);
				assert.ok(text.includes(`<script type="module" async src="${WORKER}/${listing.site}.js"></script>`));
				assert.ok(text.includes(`<doorstep-form listing="${listing.reference}" agent="none">`));
			});

			test('holds a plain form for visitors without scripts', async () => {
				const { text } = await get(listing.path);
				assert.ok(text.includes(`method="post" action="${WORKER}/v1/sites/${listing.site}/leads"`));
				for (const name of ['name', 'email', 'phone', 'message', 'consent.contact', 'listing.reference']) {
					assert.ok(text.includes(`name="${name}"`), name);
				}
			});

			test('describes the home as schema.org data', async () => {
				const { text } = await get(listing.path);
				const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '');
				assert.equal(data['@type'], 'RealEstateListing');
				assert.equal(data.identifier, listing.reference);
				assert.equal(data.name, listing.title);
				assert.deepEqual([data.offers.price, data.offers.priceCurrency], [listing.price, listing.currency]);
				assert.equal(data.about.address.addressCountry, listing.address.country);
			});

			test('names its language, its address and its picture', async () => {
				const { text } = await get(listing.path);
				assert.ok(text.includes(`<html lang="${listing.locale}"`));
				assert.ok(text.includes(`<link rel="canonical" href="${bench.portal.url}${listing.path}">`));
				assert.ok(text.includes(`<meta property="og:image" content="${bench.portal.url}/photos/`));
			});

			test('allows scripts from itself and the Worker only, and demands Trusted Types', async () => {
				const policy = (await get(listing.path)).headers.get('content-security-policy') ?? '';
				assert.ok(policy.includes(`script-src 'self' ${WORKER};`));
				assert.ok(policy.includes("style-src 'self';"));
				assert.ok(policy.includes(`connect-src 'self' ${WORKER};`));
				assert.ok(policy.includes("require-trusted-types-for 'script'"));
			});

			test('has a picture for every name it uses', () => {
				for (const { name } of listing.photos) assert.ok(PICTURES[name]?.().startsWith('<svg '), name);
				assert.ok(PICTURES[`${listing.site}-map`]);
			});

			test('shows the portrait of its agent, the one the form shows', async () => {
				const { text } = await get(listing.path);
				const portrait = `/photos/${listing.site}-agent.svg`;
				assert.ok(text.includes(`src="${portrait}"`));
				assert.ok((await get(portrait)).text.startsWith('<svg '));
				const site = sites.find(({ id }) => id === listing.site);
				assert.equal(new URL(site?.agent?.photo ?? '').pathname, portrait);
			});

			test('tells the code that puts its form on any page, and what it adds for another look', async () => {
				const toCode = async (query: string) =>
					/<code>(.*?)<\/code>/s
						.exec((await get(listing.path + query)).text)?.[1]
						?.replace(/&(lt|gt|quot);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '');
				const script = `<script type="module" async src="${WORKER}/${listing.site}.js"></script>\n`;
				const element = `<doorstep-form listing="${listing.reference}"`;
				assert.equal(await toCode(''), `${script}${element}></doorstep-form>`);
				assert.equal(await toCode('?appearance=bar'), `${script}${element} appearance="bar"></doorstep-form>`);
				assert.equal(await toCode('?appearance="><script>'), await toCode(''));
			});

			test('shows the form in the look asked for', async () => {
				const { text } = await get(`${listing.path}?appearance=dialog`);
				assert.ok(text.includes(`<doorstep-form listing="${listing.reference}" agent="none" appearance="dialog">`));
			});
		});
	}

	test('asks no other origin but the Worker for anything', async () => {
		for (const path of ['/', '/inbox', ...LISTINGS.map((listing) => listing.path)]) {
			const { text } = await get(path);
			for (const [, url] of text.matchAll(/(?:src|href|action)="(https?:[^"]*)"/g)) {
				assert.ok(url?.startsWith(WORKER) || url?.startsWith(bench.portal.url), `${path}: ${url}`);
			}
		}
	});

	test('links every listing from its front page', async () => {
		const { text } = await get('/');
		for (const listing of LISTINGS) assert.ok(text.includes(`href="${listing.path}"`), listing.path);
	});

	test('answers an unknown address with a page that leads on', async () => {
		const { status, text } = await get('/nowhere');
		assert.equal(status, 404);
		assert.ok(text.includes('href="/"'));
	});

	test('answers an unknown vendor with the names of those there are', async () => {
		const { status, json } = await get('/vendors/nobody/leads');
		assert.equal(status, 404);
		assert.match(json.error, /easybroker, maxwork, propexo, lofty, apimo/);
	});

	test('serves no file but its assets', async () => {
		assert.equal((await get('/assets/..%2fdemo-secrets.ts')).status, 404);
		assert.equal((await get('/assets/portal.css')).status, 200);
	});

	test('says in one error that its port is taken', async () => {
		const port = Number(new URL(bench.portal.url).port);
		await assert.rejects(createPortal({ port }), PortTakenError);
	});
});

test('the file the Worker starts with holds the secrets the sandboxes accept', async () => {
	const text = await readFile(new URL('../../demo/demo.env', import.meta.url), 'utf8');
	const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
	const env = Object.fromEntries(lines.map((line) => line.split(/=(.*)/).slice(0, 2)));
	const vendors = Object.keys(DEMO_SECRETS).map((name) => [name, env[name]]);
	assert.deepEqual(Object.fromEntries(vendors), DEMO_SECRETS);
	assert.ok(env.CONSOLE_TOKEN.length >= 32 && env.ERASURE_KEY, 'and those of the operator');
	assert.equal(env.ALLOW_INSECURE_VENDORS, 'demo');
});
