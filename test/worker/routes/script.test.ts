import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { Form } from '../../../contract/form.ts';
import { until } from '../../support/until.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';

let worker: TestWorker;
before(async () => {
	worker = await startTestWorker('http://localhost:9/vendors');
});
after(() => worker.close());

test('the site’s script is the widget with the site’s form inside', async () => {
	const response = await worker.fetch('/sol.js');
	const script = await response.text();
	assert.equal(response.status, 200);
	assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
	assert.equal(response.headers.get('access-control-allow-origin'), '*');
	assert.match(response.headers.get('cache-control') ?? '', /max-age=\d+, stale-while-revalidate=\d+/);
	assert.ok(script.includes('"site":"sol"') && script.includes('"country":"MX"'));
	assert.ok(!script.includes('__DOORSTEP_FORM__'));
});

test('who has the script already is told so without its bytes', async () => {
	const etag = (await worker.fetch('/sol.js')).headers.get('etag') as string;
	const again = await worker.fetch('/sol.js', { headers: { 'if-none-match': etag } });
	assert.deepEqual([again.status, await again.text()], [304, '']);
	const other = await worker.fetch('/sol.js?lang=en', { headers: { 'if-none-match': etag } });
	assert.equal(other.status, 200);
});

test('the form is told in the language asked for, else in the site’s', async () => {
	const form = async (query: string) => (await (await worker.fetch(`/v1/sites/sol/form${query}`)).json()) as Form;
	assert.equal((await form('?lang=en-GB')).texts.send, 'Send');
	assert.equal((await form('?lang=xx')).texts.send, 'Enviar');
	assert.equal((await form('')).language, 'es');
});

test('the form is in the mode asked for, else in the site’s own', async () => {
	const mode = async (query: string) =>
		((await (await worker.fetch(`/v1/sites/sol/form${query}`)).json()) as Form).mode;
	assert.deepEqual(await Promise.all(['', '?mode=qualify', '?mode=contact', '?mode=else'].map(mode)), [
		'contact',
		'qualify',
		'contact',
		'contact',
	]);
});

test('the script brings the form in the mode asked for', async () => {
	const script = async (query: string) => (await worker.fetch(`/sol.js${query}`)).text();
	assert.match(await script(''), /"mode":"contact"/);
	assert.match(await script('?mode=qualify'), /"mode":"qualify"/);
});

test('a page may read how long it is asked to wait', async () => {
	const response = await worker.post({}, { headers: { 'content-type': 'text/plain' } });
	assert.equal(response.headers.get('access-control-expose-headers'), 'Retry-After');
});

test('who has the form already is told so without its bytes', async () => {
	const etag = (await worker.fetch('/v1/sites/sol/form')).headers.get('etag') as string;
	const again = await worker.fetch('/v1/sites/sol/form', { headers: { 'if-none-match': etag } });
	assert.deepEqual([again.status, await again.text()], [304, '']);
});

test('the form asks what the vendor needs and holds no secret', async () => {
	const text = await (await worker.fetch('/v1/sites/sol/form')).text();
	const form = JSON.parse(text) as Form;
	assert.deepEqual(
		form.steps[0]?.fields.map(({ name }) => name),
		['name', 'email', 'phone', 'message'],
	);
	assert.deepEqual(form.anyOf, [['email', 'phone']]);
	assert.ok(!/demo-easybroker-key|SOL_EASYBROKER_KEY|easybroker/i.test(text));
});

test('the form may be read by the site’s pages only', async () => {
	const allowed = await worker.fetch('/v1/sites/sol/form', { headers: { origin: 'https://www.sol.example' } });
	assert.equal(allowed.headers.get('access-control-allow-origin'), 'https://www.sol.example');
	assert.equal(allowed.headers.get('vary'), 'Origin, Accept-Encoding');
	const foreign = await worker.fetch('/v1/sites/sol/form', { headers: { origin: 'https://evil.example' } });
	assert.equal(foreign.status, 403);
});

test('the script of no site and a page of nowhere are told apart', async () => {
	assert.equal(((await (await worker.fetch('/luna.js')).json()) as { code: string }).code, 'unknown_site');
	assert.equal(((await (await worker.fetch('/no/where')).json()) as { code: string }).code, 'not_found');
});

test('health is good when every secret is there', async () => {
	const response = await worker.fetch('/v1/health');
	assert.equal(response.status, 200);
	assert.equal(((await response.json()) as { status: string }).status, 'ok');
});

test('health names a missing secret and what to do', async () => {
	const without = await startTestWorker('http://localhost:9/vendors', { SOL_EASYBROKER_KEY: '' });
	try {
		const response = await without.fetch('/v1/health');
		assert.equal(response.status, 503);
		assert.match(await response.text(), /SOL_EASYBROKER_KEY is not set; run \\"wrangler secret put/);
	} finally {
		await without.close();
	}
});

/** The bytes of an answer as they cross the wire, with their coding. */
async function transferred(
	path: string,
	acceptEncoding: string,
): Promise<{ coding: string | undefined; bytes: Buffer }> {
	return new Promise((resolve, reject) => {
		get(worker.url + path, { headers: { 'accept-encoding': acceptEncoding } }, async (response) => {
			const bytes = Buffer.concat(await response.toArray());
			resolve({ coding: response.headers['content-encoding'], bytes });
		}).on('error', reject);
	});
}

for (const path of ['/sol.js', '/v1/sites/sol/form']) {
	test(`${path} comes in brotli at its best to who takes it, from the second answer on`, async () => {
		const plain = await transferred(path, 'identity');
		assert.equal(plain.coding, undefined);
		// The test's runtime compresses what comes uncompressed, as the edge does, but not as well.
		const best = brotliCompressSync(plain.bytes).length;
		const brotli = await until('the brotli', async () => {
			const answer = await transferred(path, 'br');
			return answer.coding === 'br' && answer.bytes.length === best && answer;
		});
		assert.deepEqual(brotliDecompressSync(brotli.bytes), plain.bytes);
		assert.equal((await transferred(path, 'br;q=0, gzip;q=0')).coding, undefined);
	});
}
