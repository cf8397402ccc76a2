import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import type { ConsoleAuditEntry } from '../../../contract/console.ts';
import { until } from '../../support/until.ts';
import { type Operator, REFUSED, startOperator, TOKEN } from './operator.ts';

let operator: Operator;
before(async () => {
	operator = await startOperator();
});
after(() => operator.close());
beforeEach(() => operator.reset());

type Audit = { entries: ConsoleAuditEntry[]; cursor: string | null };
const audit = (query = '') => operator.get<Audit>(`/audit?site=sol${query}`);

test('every action is written down: who, when, what, how many', async () => {
	const first = await operator.leadIn('parked', REFUSED);
	const second = await operator.leadIn('parked', REFUSED);
	await operator.worker.sql('delete from audit');
	await operator.get(`/leads/sol/${first.number}`);
	await operator.get('/leads?site=sol&fields=lead&state=parked');
	await operator.post(`/leads/sol/${first.number}/replay`);
	await operator.post('/replay', { site: 'sol', since: '2026-01-01' });
	await until('both to be parked again', async () => {
		const parked = await operator.worker.sql(`select number from deliveries where state = 'parked'`);
		return parked.length === 2;
	});
	await operator.worker.sql(`update deliveries set state = 'held' where number = ?`, second.number);
	await operator.post(`/leads/sol/${second.number}/discard`);
	await operator.post('/erase', { site: 'sol', email: 'ana@example.com' });
	const { entries } = await audit();
	const told = entries.map(({ action, detail }) => [action, detail]).reverse();
	assert.deepEqual(told, [
		['read', { number: first.number }],
		['list', { state: 'parked' }],
		['replay', { number: first.number, was: 'parked' }],
		['replay', { since: '2026-01-01T00:00:00.000Z' }],
		['discard', { number: second.number, was: 'held' }],
		['erase', { by: ['email'] }],
	]);
	const who = createHash('sha256').update(TOKEN).digest('hex').slice(0, 8);
	for (const entry of entries) {
		assert.equal(entry.who, who);
		assert.ok(Math.abs(Date.parse(entry.at) - Date.now()) < 60_000);
	}
});

test('what shows nothing personal and changes nothing is not written down', async () => {
	const { number } = await operator.leadIn('delivered');
	await operator.get('/sites');
	await operator.get('/leads?site=sol');
	await audit();
	await operator.refuses(409, 'confirm_required', operator.post(`/leads/sol/${number}/replay`));
	assert.deepEqual((await audit()).entries, []);
});

test('the log holds nothing personal, not even of an erasure', async () => {
	await operator.leadIn('delivered', { email: 'canary@example.com', phone: '55 8765 4321' });
	await operator.post('/erase', { site: '*', email: 'canary@example.com', phone: '+525587654321' });
	const rows = JSON.stringify(await operator.worker.sql('select * from audit'));
	assert.ok(rows.includes('erase'));
	assert.ok(!rows.includes('canary') && !rows.includes('8765'));
	assert.ok(!operator.worker.logs().includes('canary'));
});

test('the log is walked by cursors', async () => {
	const { number } = await operator.leadIn('delivered');
	for (let i = 0; i < 5; i++) await operator.get(`/leads/sol/${number}`);
	const first = await audit('&limit=3');
	const second = await audit(`&limit=3&cursor=${first.cursor}`);
	assert.deepEqual([first.entries.length, second.entries.length, second.cursor], [3, 2, null]);
	assert.ok((first.entries.at(-1)?.number ?? 0) > (second.entries[0]?.number ?? 0));
	await operator.refuses(400, 'invalid_query', operator.ask('/audit'));
});
