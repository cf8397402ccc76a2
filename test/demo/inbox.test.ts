import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEMO_SECRETS } from '../../demo/demo-secrets.ts';
import { startPortal } from './start.ts';

const PATH = '/integration_partners/contact_requests';
const HEADERS = { 'X-Authorization': DEMO_SECRETS.SOL_EASYBROKER_KEY, 'Country-Code': 'MX' };
const LEAD = { property_id: 'EB-AB1234', email: 'ana@example.com', message: 'Hola', remote_id: 1 };

describe('the inbox', () => {
	const bench = startPortal();
	const { ask, behave, inbox, held } = bench;
	const url = () => `${bench.portal.url}/inbox.json`;

	test('holds a taken request with all that was sent, and the status answered', async () => {
		await ask(`${PATH}?trace=a&trace=b&one=1`, { json: LEAD, headers: HEADERS });
		const [entry, ...more] = await inbox();
		assert.deepEqual(more, []);
		assert.deepEqual(Object.keys(entry ?? {}).sort(), [
			'body',
			'headers',
			'method',
			'path',
			'query',
			'receivedAt',
			'status',
			'vendor',
		]);
		assert.equal(entry?.vendor, 'easybroker');
		assert.equal(entry?.method, 'POST');
		assert.equal(entry?.path, PATH);
		assert.deepEqual(entry?.query, { trace: ['a', 'b'], one: '1' });
		assert.equal(entry?.headers['x-authorization'], DEMO_SECRETS.SOL_EASYBROKER_KEY);
		assert.deepEqual(entry?.body, LEAD);
		assert.equal(entry?.receivedAt, new Date(entry?.receivedAt ?? 0).toISOString());
		assert.equal(entry?.status, 200);
	});

	test('holds refused requests and look-ups too, oldest first', async () => {
		await ask(PATH, { json: LEAD });
		await ask(PATH, { headers: HEADERS });
		await ask('/elsewhere', { json: {} });
		assert.deepEqual(
			(await inbox()).map(({ method, status }) => [method, status]),
			[
				['POST', 401],
				['GET', 200],
				['POST', 404],
			],
		);
	});

	test('holds a body that is no JSON as the text it was', async () => {
		await ask(PATH, { text: 'not { json', headers: HEADERS });
		assert.equal((await inbox())[0]?.body, 'not { json');
	});

	test('shows one vendor where named, and all where not', async () => {
		await ask(PATH, { json: LEAD, headers: HEADERS });
		const list = async (query: string) => ((await (await fetch(url() + query)).json()) as unknown[]).length;
		assert.equal(await list('?vendor=easybroker'), 1);
		assert.equal(await list('?vendor=apimo'), 0);
		assert.equal(await list(''), 1);
	});

	test('may be read from any origin', async () => {
		assert.equal((await fetch(url())).headers.get('access-control-allow-origin'), '*');
	});

	test('is emptied with DELETE, the leads at the vendors with it', async () => {
		await ask(PATH, { json: LEAD, headers: HEADERS });
		assert.equal((await fetch(url(), { method: 'DELETE' })).status, 204);
		assert.deepEqual(await inbox(), []);
		assert.deepEqual(await held(), []);
	});

	test('does not hold what tells a vendor how to behave', async () => {
		await behave({ mode: '500' });
		assert.deepEqual(await inbox(), []);
	});

	test('streams each request as it comes, with its credentials masked', async () => {
		const stream = await fetch(`${bench.portal.url}/inbox/events`);
		const chunks = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
		assert.equal((await chunks?.read())?.value, 'event: snapshot\ndata: []\n\n');
		await ask(`${PATH}?token=secret`, { json: LEAD, headers: HEADERS });
		let seen = '';
		while (!seen.includes('"status":200')) seen += (await chunks?.read())?.value ?? '';
		await chunks?.cancel();
		assert.ok(seen.includes('"taken":true'));
		assert.ok(seen.includes('ana@example.com'));
		assert.ok(!seen.includes(DEMO_SECRETS.SOL_EASYBROKER_KEY));
		assert.ok(!seen.includes('"token":"secret"'));
	});
});
