import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEMO_SECRETS } from '../../demo/demo-secrets.ts';
import { apimoRequest } from '../../demo/vendors/apimo-request.ts';
import { startPortal } from './start.ts';

const PATH = '/agencies/1234/leads';
const toBasic = (pair: string) => ({ Authorization: `Basic ${btoa(pair)}` });
const HEADERS = toBasic(`${DEMO_SECRETS.LYS_APIMO_PROVIDER}:${DEMO_SECRETS.LYS_APIMO_TOKEN}`);

/** The page's own example, word for word. */
const EXAMPLE = {
	reference: '6794b6a365e35',
	date: '2025-01-25 11:02:11',
	step: '1',
	type: '1',
	language: 'fr',
	country: 'FR',
	title: '1',
	lastname: 'MARTIN',
	firstname: 'Jean',
	email: '',
	phone: '+33106060600',
	fax: '+33106060601',
	mobile: '+33606060606',
	address: '131 rue d Antibes',
	address_more: 'Second floor',
	zipcode: '06400',
	city: 'Cannes',
	message: 'Hello, please can you call me back. Jean',
	recipient_lastname: 'DUPONT',
	recipient_firstname: 'Monique',
	recipient_email: '',
	area_min: '80',
	area_max: '120',
	area_unit: '1',
	room_min: '1',
	room_max: '4',
	bedroom_min: '1',
	bedroom_max: '3',
	price_min: '400000',
	price_max: '450000',
	currency: 'EUR',
	start_at: '2016-08-01',
	end_at: '2016-08-31',
	referral: '1',
	subreferral: '1234',
	property_reference: '123456',
	property_address: '80 boulevard de la Croisette',
	property_address_more: 'Immeuble Azur',
	property_zipcode: '06400',
	property_city: 'Cannes',
	property_country: 'FR',
	property_category: '1',
	property_types: '1,2,3',
	property_sybtype: '3',
	property_view_landscape: '1',
	property_location: '6',
};

describe('Apimo', () => {
	const { ask, behave, held } = startPortal('apimo');
	const send = (json: object, headers: Record<string, string> = HEADERS) => ask(PATH, { json, headers });
	const list = async (query = '') => (await ask(PATH + query, { headers: HEADERS })).json;

	test("takes the page's own example", async () => {
		assert.equal(apimoRequest.safeParse(EXAMPLE).success, true);
		const { status, json } = await send(EXAMPLE);
		assert.equal(status, 200);
		assert.deepEqual(Object.keys(json), ['id', 'created_at', 'updated_at']);
		assert.equal(typeof json.id, 'number');
		assert.match(json.created_at, /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
	});

	test('takes a lead of nothing but a reference', async () => {
		assert.equal((await send({ reference: 'a' })).status, 200);
	});

	for (const [why, headers] of Object.entries({
		'no credentials': {},
		'a wrong token': toBasic('9999:nobody'),
		'Bearer in place of Basic': { Authorization: `Bearer ${DEMO_SECRETS.LYS_APIMO_TOKEN}` },
		'a pair that is not encoded': { Authorization: 'Basic 9999:demo-apimo-token' },
	})) {
		test(`answers 401 to ${why}`, async () => {
			assert.equal((await send(EXAMPLE, headers as Record<string, string>)).status, 401);
			assert.deepEqual(await held(), []);
		});
	}

	for (const [why, wrong] of Object.entries({
		'no reference': { reference: undefined },
		'an empty reference': { reference: '' },
		'a number that is no string': { price_max: 450000 },
		'the subtype spelled right': { property_subtype: '3' },
		'an unknown field': { utm_source: 'x' },
		'types as a list': { property_types: ['1', '2'] },
		'types with blanks': { property_types: '1, 2' },
		'an ISO date': { date: '2025-01-25T11:02:11Z' },
		'a language in capitals': { language: 'FR' },
		'a country in words': { country: 'France' },
		'a referral in words': { referral: 'newsletter' },
		'a property of nobody': { property_reference: 'ZZ9' },
	})) {
		test(`refuses ${why}`, async () => {
			const { status, json } = await send({ ...EXAMPLE, ...wrong });
			assert.equal(status, 400);
			assert.equal(typeof json.error, 'string');
			assert.deepEqual(await held(), []);
		});
	}

	test('has no other agency', async () => {
		assert.equal((await ask('/agencies/99/leads', { json: EXAMPLE, headers: HEADERS })).status, 404);
		assert.equal((await ask('/agencies/99/leads', { headers: HEADERS })).status, 404);
	});

	test('lists what it took', async () => {
		const { id } = (await send(EXAMPLE)).json;
		const { leads, total_items, timestamp } = await list();
		assert.equal(total_items, 1);
		assert.ok(Math.abs(timestamp - Date.now() / 1000) < 60);
		assert.deepEqual(
			[leads[0].id, leads[0].parent, leads[0].provider, leads[0].reference, leads[0].lastname],
			[id, null, 9999, EXAMPLE.reference, 'MARTIN'],
		);
	});

	test('lists by limit, offset and time', async () => {
		for (const reference of ['a', 'b', 'c']) await send({ reference });
		const references = async (query: string) =>
			(await list(query)).leads.map((lead: { reference: string }) => lead.reference);
		assert.deepEqual(await references('?limit=2'), ['a', 'b']);
		assert.deepEqual(await references('?limit=2&offset=2'), ['c']);
		assert.equal((await list('?limit=1')).total_items, 3);
		assert.deepEqual(await references(`?timestamp=${Math.floor(Date.now() / 1000) + 3600}`), []);
		assert.equal((await references(`?timestamp=${Math.floor(Date.now() / 1000) - 3600}`)).length, 3);
	});

	test('keeps the list from those without credentials', async () => {
		assert.equal((await ask(PATH)).status, 401);
	});

	test('links a repeated reference to the first lead', async () => {
		const first = (await send(EXAMPLE)).json.id;
		const second = (await send(EXAMPLE)).json.id;
		assert.notEqual(first, second);
		assert.equal((await list()).leads[1].parent, first);
	});

	test('refuses a repeated reference when told that it knows duplicates', async () => {
		await behave({ mode: 'duplicate' });
		await send(EXAMPLE);
		assert.equal((await send(EXAMPLE)).status, 400);
		assert.equal((await held()).length, 1);
	});
});
