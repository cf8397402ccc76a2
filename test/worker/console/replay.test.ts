import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { ConsoleDetail } from '../../../contract/console.ts';
import { until } from '../../support/until.ts';
import { type Operator, REFUSED, startOperator } from './operator.ts';

let operator: Operator;
before(async () => {
	operator = await startOperator();
});
after(() => operator.close());
beforeEach(() => operator.reset());

/** A lead that was tried and parked without the vendor having it. */
async function parked(reason = 'HTTP 503'): Promise<{ number: number; id: string }> {
	await operator.behave({ mode: '429', retryAfter: 3600 });
	const { number, id } = await operator.leadIn('queued');
	// It is queued from the first; what ends the attempt must not come after what is written here.
	await until(
		'the attempt',
		async () => (await operator.get<ConsoleDetail>(`/leads/sol/${number}`)).reason === 'HTTP 429',
	);
	await operator.worker.sql(
		`update deliveries set state = 'parked', reason = ?, settled_at = ? where number = ?`,
		reason,
		Date.now(),
		number,
	);
	await operator.worker.sql('delete from destinations');
	await operator.worker.evict();
	await operator.behave({ mode: 'ok' });
	return { number, id };
}

const delivered = (id: string) => operator.sent(id).filter(({ status }) => status === 200).length;

test('a parked lead that is replayed arrives at the vendor', async () => {
	const { number, id } = await parked();
	const response = await operator.post(`/leads/sol/${number}/replay`);
	assert.equal(response.status, 200);
	const { restartedAt, history } = await operator.waitFor(number, 'delivered');
	assert.equal(delivered(id), 1);
	assert.ok(restartedAt);
	assert.equal(history.at(-1)?.outcome, 'delivered');
});

test('a parked lead that had arrived after all is found there and not sent twice', async () => {
	const { number, id } = await operator.leadIn('delivered');
	await operator.worker.sql(`update deliveries set state = 'parked', reference = null where number = ?`, number);
	const response = await operator.post(`/leads/sol/${number}/replay`);
	assert.deepEqual(await response.json(), { number, state: 'confirming' });
	await operator.waitFor(number, 'delivered');
	assert.equal(delivered(id), 1);
});

test('a replayed lead that fails again has its whole time again', async () => {
	const { number } = await parked();
	const longAgo = Date.now() - 80 * 60 * 60 * 1000;
	await operator.worker.sql('update deliveries set received_at = ? where number = ?', longAgo, number);
	await operator.behave({ mode: '429', retryAfter: 600 });
	await operator.post(`/leads/sol/${number}/replay`);
	const detail = await operator.waitFor(number, 'queued');
	assert.ok(Date.parse(detail.dueAt ?? '') > Date.now() - 60_000);
});

test('a lead the vendor refuses is parked again, with its reason', async () => {
	const { number } = await operator.leadIn('parked', REFUSED);
	const attempts = (await operator.get<ConsoleDetail>(`/leads/sol/${number}`)).attempts;
	await operator.post(`/leads/sol/${number}/replay`);
	const detail = await operator.waitFor(number, 'parked');
	assert.match(detail.reason ?? '', /HTTP 4\d\d/);
	assert.equal(detail.attempts, attempts + 1);
});

test('a delivered lead is sent again only when asked twice', async () => {
	const { number, id } = await operator.leadIn('delivered');
	const problem = await operator.refuses(409, 'confirm_required', operator.post(`/leads/sol/${number}/replay`));
	assert.match(problem.detail, /"confirm": "replay-delivered"/);
	assert.equal(delivered(id), 1);
	const response = await operator.post(`/leads/sol/${number}/replay`, { confirm: 'replay-delivered' });
	assert.deepEqual(await response.json(), { number, state: 'queued' });
	await operator.waitFor(number, 'delivered');
	assert.equal(delivered(id), 2);
});

test('a confirmation in other words is none', async () => {
	const { number } = await operator.leadIn('delivered');
	const problem = await operator.refuses(
		400,
		'invalid_query',
		operator.post(`/leads/sol/${number}/replay`, { confirm: 'yes' }),
	);
	assert.deepEqual(problem.issues, [{ field: 'confirm', code: 'not_an_option' }]);
});

test('a lead that waits, is held or was discarded is not replayed', async () => {
	const { number } = await parked();
	for (const state of ['queued', 'held', 'discarded']) {
		await operator.worker.sql('update deliveries set state = ?, due_at = 4e12 where number = ?', state, number);
		await operator.refuses(409, 'wrong_state', operator.post(`/leads/sol/${number}/replay`));
	}
});

test('an erased lead cannot be replayed, whoever erased it', async () => {
	const { number } = await operator.leadIn('delivered');
	const confirmed = () => operator.post(`/leads/sol/${number}/replay`, { confirm: 'replay-delivered' });
	await operator.worker.sql(`update deliveries set lead = '{"erased":true}' where number = ?`, number);
	await operator.refuses(409, 'lead_erased', confirmed());
	await operator.worker.sql('update deliveries set lead = null where number = ?', number);
	await operator.refuses(409, 'lead_erased', confirmed());
});

test('a lead of a destination that is gone is not left waiting for it', async () => {
	const { number } = await parked();
	await operator.worker.sql(`update deliveries set destination = 'gone' where number = ?`, number);
	await operator.refuses(409, 'no_destination', operator.post(`/leads/sol/${number}/replay`));
});

test('a number that does not exist and a body that is no JSON are told', async () => {
	await operator.refuses(404, 'unknown_delivery', operator.post('/leads/sol/77/replay'));
	await operator.refuses(400, 'invalid_json', operator.ask('/leads/sol/77/replay', { method: 'POST', body: '{' }));
	const large = JSON.stringify({ confirm: 'x'.repeat(40_000) });
	await operator.refuses(413, 'too_large', operator.ask('/leads/sol/77/replay', { method: 'POST', body: large }));
});

test('all that was parked since a time is replayed, and nothing that was parked before', async () => {
	const [old, first, second] = [await parked(), await parked(), await parked()];
	const since = Date.now() - 60_000;
	await operator.worker.sql('update deliveries set settled_at = ? where number = ?', since - 1, old.number);
	const response = await operator.post('/replay', { site: 'sol', since: new Date(since).toISOString() });
	assert.deepEqual(await response.json(), { replayed: 2 });
	await operator.waitFor(first.number, 'delivered');
	await operator.waitFor(second.number, 'delivered');
	assert.deepEqual([delivered(old.id), delivered(first.id), delivered(second.id)], [0, 1, 1]);
	assert.equal((await operator.get<ConsoleDetail>(`/leads/sol/${old.number}`)).state, 'parked');
});

test('replaying all is narrowed by words of the reason and by destination', async () => {
	const timedOut = await parked('no answer within 30 s');
	await parked('HTTP 503');
	const replay = async (more: object) =>
		(await operator.post('/replay', { site: 'sol', since: 0, ...more })).json() as Promise<{ replayed: number }>;
	assert.deepEqual(await replay({ reason: 'NO ANSWER' }), { replayed: 1 });
	await operator.waitFor(timedOut.number, 'delivered');
	assert.deepEqual(await replay({ reason: '%' }), { replayed: 0 });
	assert.deepEqual(await replay({ destination: 'easybroker' }), { replayed: 1 });
});

test('1,200 parked leads are all replayed, each once', async () => {
	await operator.behave({ mode: '429', retryAfter: 3600 });
	await operator.worker.sql(
		`insert into deliveries (number, lead_id, destination, body_hash, lead, received_at, state, due_at, settled_at)
		with recursive n(i) as (select 1 union all select i + 1 from n where i < 1200)
		select i, 'id-' || i, 'easybroker', '', '{}', 0, 'parked', 0, ${Date.now()} from n`,
	);
	const response = await operator.post('/replay', { site: 'sol', since: 0 });
	assert.deepEqual(await response.json(), { replayed: 1200 });
	const [row] = await operator.worker.sql<{ count: number }>(`select count from audit where action = 'replay'`);
	assert.equal(row?.count, 1200);
});

test('a replay of all says what it cannot read', async () => {
	const wrong = await operator.refuses(400, 'invalid_query', operator.post('/replay', { site: 'sol', all: true }));
	assert.deepEqual(wrong.issues?.map(({ field, code }) => `${field} ${code}`).sort(), [
		'all unknown_field',
		'since required',
	]);
	const gone = operator.post('/replay', { site: 'sol', since: 0, destination: 'gone' });
	const { issues } = await operator.refuses(400, 'invalid_query', gone);
	assert.deepEqual(issues, [{ field: 'destination', code: 'not_an_option' }]);
	await operator.refuses(404, 'unknown_site', operator.post('/replay', { site: 'luna', since: 0 }));
});

test('a held lead goes out when it is released', async () => {
	const { number, id } = await parked();
	await operator.worker.sql(`update deliveries set state = 'held', attempts = 0 where number = ?`, number);
	const response = await operator.post(`/leads/sol/${number}/release`);
	assert.deepEqual(await response.json(), { number, state: 'queued' });
	await operator.waitFor(number, 'delivered');
	assert.equal(delivered(id), 1);
});

test('only a held lead is released', async () => {
	const { number } = await operator.leadIn('delivered');
	await operator.refuses(409, 'wrong_state', operator.post(`/leads/sol/${number}/release`));
	await operator.refuses(404, 'unknown_delivery', operator.post('/leads/sol/77/release'));
	assert.equal(operator.portal.inbox.list('easybroker').length, 1);
});
