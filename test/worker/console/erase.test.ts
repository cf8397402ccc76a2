import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { ConsoleDetail, ConsoleErasure } from '../../../contract/console.ts';
import { validLead } from '../../support/lead.ts';
import { until } from '../../support/until.ts';
import { type Operator, REFUSED, startOperator } from './operator.ts';

let operator: Operator;
before(async () => {
	operator = await startOperator();
});
after(() => operator.close());
beforeEach(() => operator.reset());

type Answer = { erased: number; sites: ConsoleErasure[] };
const erase = async (body: object) => {
	const response = await operator.post('/erase', body);
	assert.equal(response.status, 200, await response.clone().text());
	return (await response.json()) as Answer;
};

const CANARY = {
	name: 'Canaria Pérez',
	email: 'Canary.Person@Example.com',
	phone: '55 8765 4321',
	phone2: '55 2468 1357',
	message: 'CANARY-MESSAGE: soy yo, mi calle es Canal 7.',
	address: { street: 'CANARY-STREET 7' },
	attribution: { page: 'https://www.sol.example/p?CANARY-PAGE' },
};
const CANARY_VALUES = ['Canaria', 'Canary', 'CANARY', '87654321', '24681357', '8765 4321'];

async function leavesNoTrace(): Promise<void> {
	const rows = (await operator.dump()).toLowerCase();
	for (const value of CANARY_VALUES) assert.ok(!rows.includes(value.toLowerCase()), value);
}

test('an erased person leaves no trace in any table, whatever state the leads were in', async () => {
	const delivered = await operator.leadIn('delivered', CANARY);
	const parked = await operator.leadIn('parked', { ...CANARY, ...REFUSED });
	await operator.behave({ mode: '429', retryAfter: 3600 });
	// The same words twice would be one lead.
	const queued = await operator.leadIn('queued', { ...CANARY, intent: ['buy'] });
	const held = await operator.leadIn('queued', { ...CANARY, intent: ['rent'] });
	await operator.worker.sql(`update deliveries set state = 'held' where number = ?`, held.number);
	assert.ok((await operator.dump()).includes('CANARY-MESSAGE'), 'the check can see a trace');

	const { erased, sites } = await erase({ site: 'sol', email: 'canary.person@example.com' });
	const numbers = [delivered, parked, queued, held].map(({ number }) => number).sort((a, b) => a - b);
	assert.equal(erased, 4);
	assert.deepEqual(sites[0]?.numbers, numbers);
	assert.deepEqual(sites[0]?.delivered, [
		{ number: delivered.number, destination: 'easybroker', reference: delivered.reference },
	]);
	await leavesNoTrace();
	const stateOf = async (number: number) => (await operator.get<ConsoleDetail>(`/leads/sol/${number}`)).state;
	assert.deepEqual(await Promise.all(numbers.map(stateOf)), ['delivered', 'discarded', 'discarded', 'discarded']);
});

test('a person is found by phone, as typed or as E.164, and by a second phone', async () => {
	for (const phone of ['55 8765 4321', '+525587654321', '+52 55 2468 1357']) {
		await operator.leadIn('delivered', CANARY);
		assert.equal((await erase({ site: 'sol', phone })).erased, 1, phone);
	}
	await leavesNoTrace();
});

test('other people’s leads stay as they were', async () => {
	const other = await operator.leadIn('delivered');
	await operator.leadIn('delivered', CANARY);
	assert.equal((await erase({ site: '*', email: CANARY.email })).erased, 1);
	const detail = await operator.get<ConsoleDetail>(`/leads/sol/${other.number}`);
	assert.equal(detail.lead?.email, 'ana@example.com');
});

test('a person whose lead retention has erased is found by the keyed hash, and told to be at the vendor', async () => {
	const { number, reference } = await operator.leadIn('delivered', CANARY);
	await operator.worker.sql(`update deliveries set lead = '{"erased":true}' where number = ?`, number);
	const { erased, sites } = await erase({ site: 'sol', phone: CANARY.phone });
	assert.deepEqual([erased, sites[0]?.delivered], [1, [{ number, destination: 'easybroker', reference }]]);
	const [row] = await operator.worker.sql('select lead, email_hash, phone_hash, body_hash from deliveries');
	assert.deepEqual(row, { lead: null, email_hash: null, phone_hash: null, body_hash: '' });
});

test('what is stored of an e-mail and a phone is a keyed hash', async () => {
	await operator.leadIn('delivered', { email: 'ana@example.com', phone: '55 1234 5678' });
	const [row] = await operator.worker.sql<{ email_hash: string; phone_hash: string }>(
		'select email_hash, phone_hash from deliveries',
	);
	const { createHash, createHmac } = await import('node:crypto');
	const keyed = (text: string) => createHmac('sha256', 'demo-erasure-key').update(text).digest('hex');
	assert.equal(row?.email_hash, keyed('email:ana@example.com'));
	assert.equal(row?.phone_hash, keyed('phone:+525512345678'));
	assert.notEqual(row?.email_hash, createHash('sha256').update('ana@example.com').digest('hex'));
});

test('without the key, people are still found in what is not erased yet', async () => {
	const without = await startOperator({ ERASURE_KEY: '' });
	try {
		await without.leadIn('delivered', CANARY);
		const [row] = await without.worker.sql('select email_hash, phone_hash from deliveries');
		assert.deepEqual(row, { email_hash: null, phone_hash: null });
		const response = await without.post('/erase', { site: 'sol', email: ' CANARY.person@example.COM ' });
		assert.equal(((await response.json()) as Answer).erased, 1);
		assert.ok(!(await without.dump()).includes('CANARY'));
	} finally {
		await without.close();
	}
});

test('a lead that is being sent at that moment is erased all the same, and what the vendor got is told', async () => {
	await operator.behave({ mode: 'slow', delayMs: 60_000 });
	const lead = validLead(CANARY);
	await operator.worker.post(lead);
	await until('the call to begin', () => operator.sent(lead.id).length === 1);
	const { sites } = await erase({ site: 'sol', email: CANARY.email });
	assert.equal(sites[0]?.underWay.length, 1);
	await operator.behave({ mode: 'ok' });
	const detail = await operator.waitFor(sites[0]?.numbers[0] ?? 0, 'delivered');
	assert.ok(detail.reference, 'the reference tells where else to erase it');
	await leavesNoTrace();
});

test('a lead whose sending fails after it was erased is not tried again', async () => {
	await operator.behave({ mode: 'hang', times: 1 });
	const lead = validLead(CANARY);
	await operator.worker.post(lead);
	await until('the call to begin', () => operator.sent(lead.id).length === 1);
	const { sites } = await erase({ site: 'sol', email: CANARY.email });
	const number = sites[0]?.numbers[0] ?? 0;
	await until('the call to end', async () => (await operator.worker.sql('select 1 from attempts')).length > 0);
	assert.equal((await operator.get<ConsoleDetail>(`/leads/sol/${number}`)).state, 'discarded');
	assert.equal(operator.sent(lead.id).length, 1);
	await leavesNoTrace();
});

test('a browser that sends an erased lead once more does not bring it back', async () => {
	const lead = validLead(CANARY);
	await operator.worker.post(lead);
	await until('the delivery', () => operator.sent(lead.id).length === 1);
	await erase({ site: 'sol', email: CANARY.email });
	await operator.worker.post(lead);
	await leavesNoTrace();
});

test('1,500 rows are searched to the last one', async () => {
	await operator.worker.sql(
		`insert into deliveries (number, lead_id, destination, body_hash, lead, received_at, state, due_at)
		with recursive n(i) as (select 1 union all select i + 1 from n where i < 2500)
		select i, 'id-' || i, 'easybroker', '', json_object('email', iif(i in (1, 1000, 1001, 2500), 'x@y.example', 'z@y.example')),
			0, 'delivered', 0 from n`,
	);
	const { erased, sites } = await erase({ site: 'sol', email: 'x@y.example' });
	assert.deepEqual([erased, sites[0]?.numbers], [4, [1, 1000, 1001, 2500]]);
});

test('nobody found is an answer too', async () => {
	assert.deepEqual(await erase({ site: '*', email: 'nobody@example.com' }), { erased: 0, sites: [] });
});

test('an erasure says what it cannot read, without repeating it', async () => {
	const issuesOf = async (body: object) =>
		(await operator.refuses(400, 'invalid_query', operator.post('/erase', body))).issues?.map(
			({ field, code }) => `${field} ${code}`,
		);
	assert.deepEqual(await issuesOf({ site: 'sol' }), ['email contact_required', 'phone contact_required']);
	assert.deepEqual(await issuesOf({ site: 'sol', email: 'canary' }), ['email wrong_type']);
	assert.deepEqual(await issuesOf({ site: 'sol', phone: '12' }), ['phone impossible_phone']);
	assert.deepEqual(await issuesOf({ site: '*', phone: '55 8765 4321' }), ['phone impossible_phone']);
	assert.deepEqual(await issuesOf({ email: 'x@y.example' }), ['site required']);
	await operator.refuses(404, 'unknown_site', operator.post('/erase', { site: 'luna', email: 'x@y.example' }));
});

test('a held or parked lead that is discarded loses its words and keeps its trace', async () => {
	const { number, id, reason } = await operator.leadIn('parked', { ...CANARY, ...REFUSED });
	assert.deepEqual(await (await operator.post(`/leads/sol/${number}/discard`)).json(), { number, state: 'discarded' });
	const detail = await operator.get<ConsoleDetail>(`/leads/sol/${number}`);
	assert.deepEqual([detail.id, detail.state, detail.lead, detail.reason], [id, 'discarded', null, reason]);
	await leavesNoTrace();
});

test('a lead that waits or is delivered is not discarded', async () => {
	const { number } = await operator.leadIn('delivered');
	await operator.refuses(409, 'wrong_state', operator.post(`/leads/sol/${number}/discard`));
	await operator.refuses(404, 'unknown_delivery', operator.post('/leads/sol/77/discard'));
});
