/** The promises to embedders that can be counted: the short form of bench/browser.ts, exact on every machine. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { DOORSTEP } from '../../bench/browser/contestants.ts';
import { launchOffline } from '../../bench/browser/launch.ts';
import { type Bench, type Hit, serveBench } from '../../bench/browser/serve.ts';
import { weighPage } from '../../bench/browser/weigh-page.ts';

/** Largest first response, in bytes, brotli. */
const FIRST_RESPONSE = 10 * 1024;

/** Most elements of the whole page, the listing's own among them. */
const NODES = 230;

/** All that may be asked for once the visitor has touched the form. */
const LATER = [
	...['desk', 'post', 'phone', 'US'].map((part) => `/assets/${part}.js`),
	...['form', 'challenge'].map((what) => `/v1/sites/bench/${what}`),
];

let bench: Bench;
let browser: Browser;

before(async () => {
	bench = await serveBench(new Map([[DOORSTEP, []]]));
	browser = await launchOffline();
});
after(async () => {
	await browser?.close();
	await bench?.close();
});
beforeEach(() => void bench.hits.splice(0));

const toLine = ({ method, path }: Hit) => `${method} ${path}`;
const toWorker = () => bench.hits.filter(({ to }) => to === 'worker');

test('a page asks the Worker for one script of at most 10 KB and nothing else, until the visitor touches the form', async () => {
	const { first } = await weighPage(browser, bench, DOORSTEP, { untouched: true });
	assert.deepEqual(toWorker().map(toLine), ['GET /bench.js']);
	assert.ok(first.bytes <= FIRST_RESPONSE, `${first.bytes} bytes`);
});

test('twenty forms on a page ask for the same one script', async () => {
	await weighPage(browser, bench, DOORSTEP, { variant: { forms: 20 }, untouched: true });
	assert.deepEqual(toWorker().map(toLine), ['GET /bench.js']);
});

test('a lead is sent by one request, without a preflight', async () => {
	const { sends, preflights } = await weighPage(browser, bench, DOORSTEP);
	assert.equal(sends, 1);
	assert.equal(preflights, 0);
	assert.deepEqual(
		toWorker()
			.map(({ method }) => method)
			.filter((method) => method !== 'GET'),
		['POST'],
	);
});

test('between touch and lead the page asks for the parts that check and send, the whole form and the challenge, each once', async () => {
	await weighPage(browser, bench, DOORSTEP);
	const asked = toWorker().filter(({ method, path }) => method === 'GET' && !/\/leads\//.test(path));
	const [script, ...later] = asked.map(({ path }) => path.replace(/-[\w-]{6}\.js$/, '.js').replace(/\?.*$/, ''));
	assert.equal(script, '/bench.js');
	assert.deepEqual(later, [...new Set(later)]);
	assert.deepEqual(
		later.filter((path) => !LATER.includes(path)),
		[],
	);
	for (const { status, path } of asked) assert.equal(status, 200, path);
});

test('the page has at most 230 elements with the form in it', async () => {
	const { nodes } = await weighPage(browser, bench, DOORSTEP, { untouched: true });
	assert.ok(nodes <= NODES, `${nodes} elements`);
});
