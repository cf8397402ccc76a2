import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import type { ConsoleDelivery, ConsoleDetail, ConsoleSite } from '../../../contract/console.ts';
import { validLead } from '../../support/lead.ts';
import { until } from '../../support/until.ts';
import { type Operator, REFUSED, startOperator } from './operator.ts';

let operator: Operator;
before(async () => {
	operator = await startOperator();
});
after(() => operator.close());
beforeEach(() => operator.reset());

type List = { leads: ConsoleDelivery[]; cursor: string | null };
const list = (query: string) => operator.get<List>(`/leads?site=sol${query}`);

/** Stores deliveries without any vendor; `number` counts from 1, received a minute apart. */
async function store(count: number, state: (number: number) => string = () => 'delivered'): Promise<void> {
	for (let from = 1; from <= count; from += 10) {
		const rows = Array.from({ length: Math.min(10, count - from + 1) }, (_, i) => from + i);
		await operator.worker.sql(
			`insert into deliveries (number, lead_id, destination, body_hash, lead, received_at, state, due_at) values ${rows
				.map((n) => `(${n}, '${randomUUID()}', 'easybroker', '', '{}', ${START + n * 60_000}, '${state(n)}', 4e12)`)
				.join(', ')}`,
		);
	}
}
const START = Date.UTC(2026, 0, 1);

/** Follows the cursors to the end. */
async function all(query: string): Promise<{ numbers: number[]; pages: number }> {
	const numbers: number[] = [];
	let cursor: string | null = null;
	let pages = 0;
	do {
		const page: List = await list(`${query}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
		numbers.push(...page.leads.map(({ number }) => number));
		cursor = page.cursor;
		pages++;
	} while (cursor);
	return { numbers, pages };
}

const downFrom = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, i) => last - i);

test('250 leads are walked newest first, each once, by cursors alone', async () => {
	await store(250);
	const { numbers, pages } = await all('&limit=40');
	assert.deepEqual(numbers, downFrom(250));
	assert.equal(pages, 7);
});

test('leads that come while a list is walked do not shift its pages', async () => {
	await store(100);
	const first = await list('&limit=60');
	await operator.worker.post(validLead());
	const second = await list(`&limit=60&cursor=${first.cursor}`);
	assert.deepEqual(
		[...first.leads, ...second.leads].map(({ number }) => number),
		downFrom(100),
	);
});

for (const state of ['queued', 'confirming', 'parked', 'held', 'discarded', 'delivered']) {
	test(`the ${state} leads are found among all others`, async () => {
		await store(120, (n) => (n % 7 === 0 ? state : state === 'delivered' ? 'parked' : 'delivered'));
		const { numbers } = await all(`&state=${state}&limit=5`);
		assert.deepEqual(
			numbers,
			downFrom(120).filter((n) => n % 7 === 0),
		);
	});
}

test('a rare lead far behind many others is reached, by pages that may be empty but always end', async () => {
	await store(2);
	await operator.worker.sql(
		`insert into deliveries (number, lead_id, destination, body_hash, lead, received_at, state, due_at)
		with recursive n(i) as (select 3 union all select i + 1 from n where i < 12000)
		select i, 'id-' || i, 'other', '', null, ${START} + i * 60000, 'delivered', 0 from n`,
	);
	const { numbers, pages } = await all('&destination=easybroker');
	assert.deepEqual([numbers, pages], [[2, 1], 3]);
});

test('times narrow a list, at or after and before', async () => {
	await store(250);
	const at = (n: number) => new Date(START + n * 60_000).toISOString();
	const { numbers } = await all(`&after=${at(100)}&before=${at(120)}&limit=7`);
	assert.deepEqual(numbers, downFrom(119, 100));
	assert.deepEqual((await all(`&after=${START + 249 * 60_000}`)).numbers, [250, 249]);
	assert.deepEqual((await all(`&before=${at(0)}`)).numbers, []);
});

test('a list holds nothing personal unless the leads are asked for', async () => {
	await operator.leadIn('delivered', { name: 'Canaria Ruiz', email: 'canary@example.com' });
	const bare = JSON.stringify(await list(''));
	assert.ok(!/canar/i.test(bare) && !bare.includes('lead":'));
	const { leads } = await list('&fields=lead');
	assert.equal(leads[0]?.lead?.email, 'canary@example.com');
});

test('a row tells where a lead stands', async () => {
	const lead = await operator.leadIn('delivered');
	assert.deepEqual(Object.keys(lead), [
		...['number', 'id', 'destination', 'state', 'receivedAt', 'attempts', 'dueAt', 'settledAt', 'reason', 'reference'],
	]);
	assert.deepEqual([lead.destination, lead.attempts, lead.dueAt, lead.reason], ['easybroker', 1, null, null]);
	assert.ok(Date.now() - Date.parse(lead.receivedAt) < 60_000);
	assert.ok(lead.reference);
});

test('a lead that went through at once has no history, and its words are shown', async () => {
	const { number } = await operator.leadIn('delivered', { message: 'Quisiera visitarlo el sábado.' });
	const detail = await operator.get<ConsoleDetail>(`/leads/sol/${number}`);
	assert.deepEqual(detail.history, []);
	assert.equal(detail.lead?.message, 'Quisiera visitarlo el sábado.');
});

test('a lead that did not shows every step: what was done, what came of it, and why', async () => {
	await operator.behave({ mode: '500', times: 1 });
	const { number } = await operator.leadIn('confirming');
	await operator.worker.sql('update deliveries set due_at = 0 where number = ?', number);
	await operator.leadIn('delivered');
	const { history } = await operator.waitFor(number, 'delivered');
	assert.deepEqual(
		history.map(({ step, outcome, reason }) => [step, outcome, reason]),
		[
			['send', 'confirming', 'HTTP 500'],
			['find', 'queued', null],
			['send', 'delivered', null],
		],
	);
	assert.ok(history.every(({ at, ms }) => Date.parse(at) > 0 && ms >= 0));
});

test('a refused lead shows its reason in the list and in its history', async () => {
	const lead = await operator.leadIn('parked', REFUSED);
	assert.match(lead.reason ?? '', /HTTP 4\d\d/);
	const { history } = await operator.get<ConsoleDetail>(`/leads/sol/${lead.number}`);
	assert.deepEqual(
		history.map(({ step, outcome }) => [step, outcome]),
		[['send', 'parked']],
	);
});

test('a site shows its counts, and per destination what waits and since when', async () => {
	await store(20, (n) => (['queued', 'parked', 'held', 'discarded'] as const)[n] ?? 'delivered');
	const { sites } = await operator.get<{ sites: ConsoleSite[] }>('/sites');
	const sol = sites.find(({ site }) => site === 'sol');
	assert.deepEqual(sol?.counts, { queued: 0, confirming: 0, delivered: 17, parked: 1, held: 1, discarded: 1 });
	await operator.worker.sql(`update deliveries set state = 'queued' where number in (5, 9)`);
	await operator.worker.sql(`update deliveries set state = 'confirming' where number = 7`);
	const [again] = (await operator.get<{ sites: ConsoleSite[] }>('/sites?site=sol')).sites;
	assert.deepEqual(again?.counts, { queued: 2, confirming: 1, delivered: 14, parked: 1, held: 1, discarded: 1 });
	const [easyBroker] = again?.destinations ?? [];
	assert.deepEqual([easyBroker?.name, easyBroker?.waiting, easyBroker?.gate], ['easybroker', 3, { gate: 'open' }]);
	assert.equal(easyBroker?.oldestAt, new Date(START + 5 * 60_000).toISOString());
	assert.ok((easyBroker?.oldestSeconds ?? 0) > 0);
});

test('a site without leads shows zeros', async () => {
	const { sites } = await operator.get<{ sites: ConsoleSite[] }>('/sites?site=sol');
	assert.deepEqual(sites[0]?.counts, { queued: 0, confirming: 0, delivered: 0, parked: 0, held: 0, discarded: 0 });
	assert.deepEqual([sites[0]?.destinations[0]?.waiting, sites[0]?.destinations[0]?.oldestAt], [0, null]);
});

test('a destination whose secret is refused shows that it is stopped, and why', async () => {
	await operator.behave({ mode: '401' });
	await operator.leadIn('queued');
	const gate = async () => (await operator.get<{ sites: ConsoleSite[] }>('/sites')).sites[0]?.destinations[0]?.gate;
	const stopped = await until('the gate to stop', async () => {
		const now = await gate();
		return now?.gate === 'stopped' && now;
	});
	assert.match(stopped.reason, /401/);
	assert.ok(Date.parse(stopped.until) > Date.now() - 1000 && stopped.since);
});

test('a vendor that asks to wait shows until when its gate is closed', async () => {
	await operator.behave({ mode: '429', retryAfter: 120 });
	await operator.leadIn('queued');
	const closed = await until('the gate to close', async () => {
		const now = (await operator.get<{ sites: ConsoleSite[] }>('/sites')).sites[0]?.destinations[0]?.gate;
		return now?.gate === 'closed' && now;
	});
	assert.ok(Date.parse(closed.until) - Date.now() > 100_000);
});

test('what is asked wrongly is told parameter by parameter, without its value', async () => {
	const wrong = '/leads?site=sol&state=lost&limit=1000&cursor=%00&before=soon&fields=email&colour=canary';
	const problem = await operator.refuses(400, 'invalid_query', operator.ask(wrong));
	assert.deepEqual(problem.issues?.map(({ field, code }) => `${field} ${code}`).sort(), [
		'before wrong_type',
		'colour unknown_field',
		'cursor wrong_type',
		'fields not_an_option',
		'limit too_large',
		'state not_an_option',
	]);
	assert.ok(!JSON.stringify(problem).includes('canary'));
	const { issues } = await operator.refuses(400, 'invalid_query', operator.ask('/leads'));
	assert.deepEqual(issues, [{ field: 'site', code: 'required' }]);
});

test('an unknown site, an unknown number and an unknown route are told apart', async () => {
	await operator.refuses(404, 'unknown_site', operator.ask('/leads?site=luna'));
	await operator.refuses(404, 'unknown_site', operator.ask('/leads/luna/1'));
	await operator.refuses(404, 'unknown_delivery', operator.ask('/leads/sol/99'));
	await operator.refuses(404, 'unknown_delivery', operator.ask('/leads/sol/0x1'));
	await operator.refuses(404, 'not_found', operator.ask('/colours'));
});

test('every answer is kept out of caches and other origins’ hands', async () => {
	for (const path of ['/sites', '/leads?site=sol', '/export?site=sol', '/leads']) {
		const { headers } = await operator.ask(path, { headers: { origin: 'https://www.sol.example' } });
		assert.equal(headers.get('cache-control'), 'no-store', path);
		assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
		for (const name of headers.keys()) assert.ok(!name.startsWith('access-control-'), `${path}: ${name}`);
	}
});
