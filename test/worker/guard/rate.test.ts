import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';

/** The limits in rated.toml. */
const CLIENT_LIMIT = 100;
const SITE_LIMIT = 200;

let portal: Portal;
let worker: TestWorker;

before(async () => {
	portal = await createPortal({ port: 0 });
	worker = await startTestWorker(portal.vendorsUrl, {}, 'rated.toml');
});
after(async () => {
	await worker.close();
	await portal.close();
});

/**
 * Posts until a post is braked. The windows stand on the clock, so that the next may begin in the midst of it: then twice
 * the limit gets through, and no more.
 */
async function postUntilBraked(site: string, limit: number, toAddress: (post: number) => string): Promise<Response> {
	for (let post = 0; post <= limit * 2; post++) {
		const response = await worker.post('{}', { site, headers: { 'cf-connecting-ip': toAddress(post) } });
		if (response.status === 429) return response;
		assert.equal(response.status, 422);
	}
	throw new Error(`${limit * 2 + 1} posts were let through`);
}

test('a network that sends too much is asked to come back, in a way that its page may read', async () => {
	const response = await postUntilBraked('puerta', CLIENT_LIMIT, (post) => `203.0.113.${post % 250}`);
	assert.equal(((await response.json()) as { code: string }).code, 'too_many_requests');
	assert.equal(response.headers.get('retry-after'), '60');
	assert.equal(response.headers.get('access-control-allow-origin'), 'https://www.sol.example');
	// Other networks, and the same one at other sites, are not asked.
	const post = (site: string, address: string) =>
		worker.post('{}', { site, headers: { 'cf-connecting-ip': address } }).then(({ status }) => status);
	assert.equal(await post('puerta', '203.0.114.1'), 422);
	assert.equal(await post('libre', '203.0.113.1'), 422);
});

test('a site that is sent too much from everywhere is braked', async () => {
	const response = await postUntilBraked('tope', SITE_LIMIT, (post) => `2001:db8:${post.toString(16)}::1`);
	assert.equal(response.status, 429);
});

test('a plain form that is braked comes back with all that was typed, and the time stamp', async () => {
	const address = '198.51.100.7';
	await postUntilBraked('nula', CLIENT_LIMIT, () => address);
	const body = new URLSearchParams({ name: 'Eva', message: 'Hola <3', 'proof.stamp': 'abc' });
	// Should the window have rolled over just now, the form is merely thanked for; then it is braked again.
	for (let window = 0; window < 3; window++) {
		const response = await worker.post(body.toString(), {
			site: 'nula',
			headers: { 'content-type': 'application/x-www-form-urlencoded', 'cf-connecting-ip': address },
		});
		if (response.status !== 429) {
			await postUntilBraked('nula', CLIENT_LIMIT, () => address);
			continue;
		}
		assert.equal(response.headers.get('retry-after'), '60');
		const page = await response.text();
		assert.match(page, /value="Eva"/);
		assert.match(page, /Hola &lt;3<\/textarea>/);
		assert.match(page, /name="proof.stamp" value="abc"/);
		return;
	}
	assert.fail('the form was let through in every window');
});
