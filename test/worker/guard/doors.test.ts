import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { validLead } from '../../support/lead.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';

let portal: Portal;
let worker: TestWorker;

before(async () => {
	portal = await createPortal({ port: 0 });
	worker = await startTestWorker(portal.vendorsUrl);
});
after(async () => {
	await worker.close();
	await portal.close();
});

const post = (site: string, origin: string) => worker.post(validLead(), { site, headers: { origin } });

test('a page of any subdomain may send where the site has a wildcard, and reads the answer', async () => {
	const origin = 'https://casas.norte.sol.example';
	const response = await post('comodin', origin);
	assert.equal(response.status, 202);
	assert.equal(response.headers.get('access-control-allow-origin'), origin);
	assert.match(response.headers.get('vary') ?? '', /\bOrigin\b/);
	assert.equal(response.headers.get('access-control-allow-credentials'), null);
	assert.equal((await post('comodin', 'https://sol.example')).status, 403);
});

test('the embedded page may be framed by every subdomain of a wildcard', async () => {
	const { headers } = await worker.fetch('/comodin/embed');
	assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors https:\/\/\*\.sol\.example(;|$)/);
});

test('a page without an origin may send only where the site says so', async () => {
	const response = await post('nula', 'null');
	assert.equal(response.status, 202);
	assert.equal(response.headers.get('access-control-allow-origin'), 'null');
	assert.equal((await post('puerta', 'null')).status, 403);
});

test('every answer says that it depends on the origin, the refusal too', async () => {
	for (const origin of ['https://www.sol.example', 'https://evil.example']) {
		const { headers } = await post('puerta', origin);
		assert.match(headers.get('vary') ?? '', /\bOrigin\b/, origin);
	}
});

test('a body that nests too deep is refused before it is parsed', async () => {
	const response = await worker.post(`{"wishes":${'['.repeat(9)}${']'.repeat(9)}}`, { site: 'puerta' });
	assert.deepEqual([response.status, ((await response.json()) as { code: string }).code], [400, 'invalid_json']);
});
