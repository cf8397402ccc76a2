import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEMO_SECRETS, EASYBROKER_ACCOUNT_KEY } from '../../demo/demo-secrets.ts';
import { easyBrokerPartnerRequest } from '../../demo/vendors/easybroker-request.ts';
import { startPortal } from './start.ts';

const PARTNER = '/integration_partners/contact_requests';
const ACCOUNT = '/contact_requests';
const PARTNER_HEADERS = { 'X-Authorization': DEMO_SECRETS.SOL_EASYBROKER_KEY, 'Country-Code': 'MX' };
const ACCOUNT_HEADERS = { 'X-Authorization': EASYBROKER_ACCOUNT_KEY };

/** The guide's own example. Its e-mail address is hidden in the published page ("[email protected]"): one is put in. */
const EXAMPLE = {
	property_id: 'EB-XXXX01',
	name: 'John Smith',
	email: 'john@example.com',
	phone: '5559090909',
	message: "I'm interested in this property. Please contact me.",
	remote_id: 1516,
};

const LEAD = { ...EXAMPLE, property_id: 'EB-AB1234', source: 'sol.example' };

describe('EasyBroker, partner mode', () => {
	const { ask, behave, inbox, held } = startPortal('easybroker');
	const send = (json: object, headers: Record<string, string> = PARTNER_HEADERS) => ask(PARTNER, { json, headers });

	test("takes the guide's own example", async () => {
		assert.equal(easyBrokerPartnerRequest.safeParse(EXAMPLE).success, true);
		const { status, json } = await send(EXAMPLE);
		assert.equal(status, 200);
		assert.deepEqual(json, { status: 'successful' });
	});

	for (const [why, headers] of Object.entries({
		'no key': { 'Country-Code': 'MX' },
		'a wrong key': { ...PARTNER_HEADERS, 'X-Authorization': 'nobody' },
		'a key of the other kind': { ...PARTNER_HEADERS, 'X-Authorization': EASYBROKER_ACCOUNT_KEY },
		'no country': { 'X-Authorization': DEMO_SECRETS.SOL_EASYBROKER_KEY },
		'another country': { ...PARTNER_HEADERS, 'Country-Code': 'AR' },
	})) {
		test(`answers 401 to ${why}, and stores nothing`, async () => {
			assert.equal((await send(LEAD, headers as Record<string, string>)).status, 401);
			assert.deepEqual(await held(), []);
		});
	}

	const without = (field: string) => Object.fromEntries(Object.entries(LEAD).filter(([name]) => name !== field));
	for (const [why, body] of Object.entries({
		'no property': without('property_id'),
		'no message': without('message'),
		'a blank message': { ...LEAD, message: '  ' },
		'no remote_id': without('remote_id'),
		'a remote_id that is a string': { ...LEAD, remote_id: '1516' },
		'a remote_id that is no whole number': { ...LEAD, remote_id: 1.5 },
		'neither e-mail nor phone': { ...without('email'), phone: undefined },
		'an e-mail that is none': { ...LEAD, email: 'john' },
		'a misspelt field': { ...LEAD, fone: '55' },
		'a property nobody published': { ...LEAD, property_id: 'EB-ZZ0000' },
		'a name that is no string': { ...LEAD, name: 7 },
	})) {
		test(`refuses ${why} with 422`, async () => {
			const { status, json } = await send(body);
			assert.equal(status, 422);
			assert.ok(json.errors.length > 0);
			assert.deepEqual(await held(), []);
		});
	}

	test('takes a phone without an e-mail', async () => {
		assert.equal((await send({ ...without('email') })).status, 200);
	});

	test('refuses a phone without an e-mail when told to read the guide to the letter', async () => {
		await behave({ requireEmail: true });
		assert.equal((await send(without('email'))).status, 422);
	});

	test('refuses what is not announced as JSON', async () => {
		const headers = { ...PARTNER_HEADERS, 'Content-Type': 'text/plain' };
		assert.equal((await ask(PARTNER, { text: JSON.stringify(LEAD), headers })).status, 400);
	});

	test('refuses a body that is no JSON', async () => {
		const headers = { ...PARTNER_HEADERS, 'Content-Type': 'application/json' };
		assert.equal((await ask(PARTNER, { text: '{', headers })).status, 400);
	});

	test('lists a request with its remote_id as a string and its time', async () => {
		await send(LEAD);
		const { json } = await ask(PARTNER, { headers: PARTNER_HEADERS });
		assert.deepEqual(json.pagination, { limit: 20, page: 1, total: 1, next_page: null });
		const [row] = json.content;
		assert.match(row.happened_at, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
		const { source, ...listed } = LEAD;
		assert.deepEqual(row, { ...listed, remote_id: '1516', status: 'processed', happened_at: row.happened_at });
	});

	test('lists twenty a page unless asked, and names the next page', async () => {
		for (let i = 1; i <= 21; i++) await send({ ...LEAD, remote_id: i });
		const first = (await ask(PARTNER, { headers: PARTNER_HEADERS })).json;
		assert.equal(first.content.length, 20);
		assert.equal(first.pagination.total, 21);
		const second = (await (
			await fetch(first.pagination.next_page, { headers: PARTNER_HEADERS })
		).json()) as typeof first;
		assert.deepEqual(
			second.content.map((row: { remote_id: string }) => row.remote_id),
			['1'],
		);
		assert.equal(second.pagination.next_page, null);
	});

	test('cuts a page to fifty', async () => {
		const { json } = await ask(`${PARTNER}?limit=80`, { headers: PARTNER_HEADERS });
		assert.equal(json.pagination.limit, 50);
	});

	test('filters its list by property and time', async () => {
		await send(LEAD);
		const total = async (query: string) =>
			(await ask(`${PARTNER}?${query}`, { headers: PARTNER_HEADERS })).json.pagination.total;
		const hour = 60 * 60 * 1000;
		const ago = encodeURIComponent(new Date(Date.now() - hour).toISOString());
		const later = encodeURIComponent(new Date(Date.now() + hour).toISOString());
		assert.equal(await total('property_id=EB-AB1234'), 1);
		assert.equal(await total('property_id=EB-CD5678'), 0);
		assert.equal(await total(`happened_after=${ago}&happened_before=${later}`), 1);
		assert.equal(await total(`happened_after=${later}`), 0);
		assert.equal(await total(`happened_before=${ago}`), 0);
	});

	test('keeps the list from those without a key', async () => {
		assert.equal((await ask(PARTNER)).status, 401);
	});

	test('makes two requests of a repeat, so that a double shows', async () => {
		await send(LEAD);
		await send(LEAD);
		assert.equal((await held()).length, 2);
	});

	test('refuses a repeat when told that it knows duplicates', async () => {
		await behave({ mode: 'duplicate' });
		assert.equal((await send(LEAD)).status, 200);
		assert.equal((await send(LEAD)).status, 422);
		assert.equal((await inbox()).length, 2);
	});
});

describe('EasyBroker, account mode', () => {
	const { ask } = startPortal('easybroker');
	const send = (json: object, headers: Record<string, string> = ACCOUNT_HEADERS) => ask(ACCOUNT, { json, headers });
	const body = {
		property_id: 'EB-AB1234',
		name: 'Ana',
		email: 'ana@example.com',
		message: 'Hola',
		source: 'sol.example',
	};

	test('takes a request without country and remote_id, and lists it', async () => {
		assert.equal((await send(body)).status, 200);
		const { json } = await ask(ACCOUNT, { headers: ACCOUNT_HEADERS });
		assert.equal(json.content[0].remote_id, null);
		assert.equal(json.content[0].email, 'ana@example.com');
	});

	test('takes a request without a property that says name, message and e-mail', async () => {
		const { property_id, ...rest } = body;
		assert.equal((await send(rest)).status, 200);
	});

	test("answers 401 to a partner's key", async () => {
		assert.equal((await send(body, PARTNER_HEADERS)).status, 401);
	});

	for (const [why, wrong] of Object.entries({
		'no source': { ...body, source: undefined },
		'a remote_id': { ...body, remote_id: 1 },
		'neither property nor message': { ...body, property_id: undefined, message: undefined },
		'a property and no way to tell who asks': { property_id: 'EB-AB1234', source: 'sol.example' },
	})) {
		test(`refuses ${why} with 422`, async () => {
			assert.equal((await send(wrong)).status, 422);
		});
	}
});
