import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ConsoleRefusals } from '../../../contract/console.ts';
import type { Problem } from '../../../contract/problem.ts';
import { addFailure, waitOf } from '../../../worker/outbox/door/lock-out-policy.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';
import { TOKEN } from './operator.ts';

let worker: TestWorker;
before(async () => {
	worker = await startTestWorker('http://localhost:9/vendors');
});
after(() => worker?.close());

const call = (address: string, token: string, path = '/session') =>
	worker.fetch(`/v1/console${path}`, { headers: { 'cf-connecting-ip': address, authorization: `Bearer ${token}` } });
const door = <T>(query: string, ...values: (string | number)[]) => worker.sqlOf<T>('console', query, ...values);

test('a lock-out that another process of the Worker came to counts in this one', async () => {
	for (let i = 0; i < 4; i++) await call('192.0.2.1', 'wrong');
	// This process saw four; the fifth came by another.
	await door('update door_clients set failures = 5, until = ?', Date.now() + 30_000);
	const response = await call('192.0.2.1', TOKEN);
	assert.deepEqual([response.status, ((await response.json()) as Problem).code], [429, 'locked_out']);
	const wait = Number(response.headers.get('retry-after'));
	assert.ok(wait > 0 && wait <= 30, String(wait));
	assert.equal((await call('192.0.2.2', TOKEN)).status, 200);
	await door('delete from door_clients');
	assert.equal((await call('192.0.2.1', TOKEN)).status, 200);
});

test('wrong tokens and lock-outs are counted by day, for operators to see', async () => {
	await door('delete from door_days');
	for (let i = 0; i < 6; i++) await call('192.0.2.3', 'wrong');
	const { days } = (await (await call('192.0.2.4', TOKEN, '/refusals')).json()) as { days: ConsoleRefusals[] };
	// The sixth was not looked at any more.
	const sum = (name: 'refused' | 'lockedOut') => days.reduce((total, day) => total + day[name], 0);
	assert.deepEqual([sum('refused'), sum('lockedOut')], [5, 1]);
	assert.match(days[0]?.day ?? '', /^\d{4}-\d\d-\d\d$/);
});

test('no client’s address is stored, and what is stored goes when it is of no use any more', async () => {
	await call('203.0.113.77', 'wrong');
	const rows = JSON.stringify(await door('select * from door_clients'));
	assert.ok(rows.length > 60 && !rows.includes('203.0.113'));
	await door('update door_clients set until = 1');
	await call('203.0.113.78', 'wrong');
	assert.equal((await door('select * from door_clients')).length, 1);
});

test('a site’s outbox has nothing of the door', async () => {
	await worker.post({});
	await call('192.0.2.5', TOKEN, '/leads?site=sol');
	const tables = await worker.sql<{ name: string }>(`select name from sqlite_schema where name like 'door%'`);
	assert.deepEqual(tables, []);
});

test('the fifth failure of a minute locks out, and a later one starts afresh', () => {
	let known = addFailure(undefined, 0);
	for (let i = 0; i < 3; i++) known = addFailure(known, 1000);
	assert.equal(waitOf(known, 1000), 0);
	known = addFailure(known, 2000);
	assert.equal(waitOf(known, 2000), 60_000);
	assert.equal(waitOf(known, 62_000), 0);
	assert.equal(waitOf(addFailure(known, 62_001), 62_001), 0);
});
