import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '../../../contract/problem.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';
import { type Operator, startOperator, TOKEN } from './operator.ts';

let operator: Operator;
before(async () => {
	operator = await startOperator();
});
after(() => operator.close());

const ROUTES: readonly [method: string, path: string][] = [
	['GET', '/sites'],
	['GET', '/leads?site=sol'],
	['GET', '/leads/sol/1'],
	['POST', '/leads/sol/1/replay'],
	['POST', '/leads/sol/1/release'],
	['POST', '/leads/sol/1/discard'],
	['POST', '/replay'],
	['POST', '/erase'],
	['GET', '/export?site=sol'],
	['GET', '/audit?site=sol'],
	['GET', '/no-such-route'],
];

/** Calls as a client of its own address, so that tests don't lock each other out. */
const call = (address: string, path: string, authorization?: string, method = 'GET', worker = operator.worker) =>
	worker.fetch(`/v1/console${path}`, {
		method,
		headers: { 'cf-connecting-ip': address, ...(authorization !== undefined && { authorization }) },
	});

const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

test('no route answers without the token', async () => {
	for (const [method, path] of ROUTES) {
		const response = await call('192.0.2.1', path, undefined, method);
		assert.deepEqual([response.status, await codeOf(response)], [401, 'unauthorized'], path);
		assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer /);
		assert.equal(response.headers.get('cache-control'), 'no-store');
	}
});

test('no route answers to a wrong token', async () => {
	for (const [i, [method, path]] of ROUTES.entries()) {
		const response = await call(`198.51.100.${i}`, path, `Bearer ${TOKEN}x`, method);
		assert.deepEqual([response.status, await codeOf(response)], [401, 'unauthorized'], path);
	}
});

test('a part of the token, another scheme and an empty one are no token', async () => {
	for (const authorization of [`Bearer ${TOKEN.slice(0, -1)}`, `Basic ${btoa(`x:${TOKEN}`)}`, 'Bearer ', TOKEN]) {
		assert.equal((await call('192.0.2.2', '/sites', authorization)).status, 401, authorization);
	}
});

test('the scheme’s letter case does not matter', async () => {
	assert.equal((await call('192.0.2.3', '/sites', `bearer ${TOKEN}`)).status, 200);
});

test('five wrong tokens lock a client out, with the right one too, and nobody else', async () => {
	for (let i = 0; i < 5; i++) assert.equal((await call('192.0.2.4', '/sites', 'Bearer wrong')).status, 401);
	const response = await call('192.0.2.4', '/sites', `Bearer ${TOKEN}`);
	assert.deepEqual([response.status, await codeOf(response)], [429, 'locked_out']);
	const wait = Number(response.headers.get('retry-after'));
	assert.ok(wait > 0 && wait <= 60, `it says how long: ${wait}`);
	assert.equal((await call('192.0.2.5', '/sites', `Bearer ${TOKEN}`)).status, 200);
});

test('a client with a network of IPv6 addresses is locked out with all of them', async () => {
	for (let i = 0; i < 5; i++) await call(`2001:db8:1:2::${i}`, '/sites', 'Bearer wrong');
	assert.equal((await call('2001:db8:1:2:aaaa::1', '/sites', `Bearer ${TOKEN}`)).status, 429);
	assert.equal((await call('2001:db8:1:3::1', '/sites', `Bearer ${TOKEN}`)).status, 200);
});

test('a console without a token, with a short one, or with the demo’s in earnest is closed and says what to set', async () => {
	for (const secrets of [
		{ CONSOLE_TOKEN: '' },
		{ CONSOLE_TOKEN: 'a'.repeat(31) },
		{ CONSOLE_TOKEN: TOKEN, ALLOW_INSECURE_VENDORS: '' },
	]) {
		const worker: TestWorker = await startTestWorker('http://localhost:9/vendors', secrets);
		const token = secrets.CONSOLE_TOKEN;
		try {
			const response = await call('192.0.2.6', '/sites', `Bearer ${token}`, 'GET', worker);
			const problem = (await response.json()) as Problem;
			assert.deepEqual([response.status, problem.code], [503, 'console_unset']);
			assert.match(problem.detail, /wrangler secret put CONSOLE_TOKEN/);
		} finally {
			await worker.close();
		}
	}
});

test('a preflight of another origin is given nothing', async () => {
	const headers = { origin: 'https://www.sol.example', 'access-control-request-method': 'GET' };
	const response = await operator.worker.fetch('/v1/console/sites', { method: 'OPTIONS', headers });
	assert.equal(response.status, 401);
	for (const name of response.headers.keys()) assert.ok(!name.startsWith('access-control-'), name);
});

test('neither the token nor what a client guessed is logged', async () => {
	await call('192.0.2.7', '/sites', 'Bearer CANARY-GUESS');
	await call('192.0.2.7', '/sites', `Bearer ${TOKEN}`);
	const logs = operator.worker.logs();
	assert.ok(logs.includes('console_refused'));
	assert.ok(!logs.includes('CANARY-GUESS') && !logs.includes(TOKEN));
});
