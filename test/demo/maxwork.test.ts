import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEMO_SECRETS } from '../../demo/demo-secrets.ts';
import { maxworkRequest } from '../../demo/vendors/maxwork-request.ts';
import { startPortal } from './start.ts';

const PATH = '/listingexport/leads';
const TOKEN = `?token=${DEMO_SECRETS.MAR_MAXWORK_TOKEN}`;
const HEADERS = { user: DEMO_SECRETS.MAR_MAXWORK_USER };
const REFUSAL = { Message: 'The following property was in the wrong format.' };

/**
 * The page's own example, repaired: as published it holds `//` comments and lacks the comma after `Lead_Status`, so it
 * is no JSON; it lacks `Public_Reference`, which the table above it requires; and its e-mail address is hidden.
 */
const EXAMPLE = {
	Public_Reference: '129991025-5',
	Message: 'I am interested on this listing.',
	Sender_Name: 'Test Case',
	Sender_Email: 'test@example.com',
	Sender_Phone: '92687912',
	Internal_UserId: '524',
	LeadTypeId: '1',
	External_LeadId: '926879',
	Lead_Status: 'New',
	Business_TypeId: 'Sale',
	Listing_ClassId: 'Residential',
	Price_Min: '100000',
	Price_Max: '500000',
	Room_Min: '1',
	Room_Max: '4',
	Created_At: '2025-04-03T11:17:31.212Z',
	Area_Min: '100',
	Area_Max: '300',
	Listing_Attributes: ['Parking_Space'],
	Property_Type: 'ManorHouse',
	Latitude: '0.90742',
	Longitude: '-11.71016',
	Expiration_Date: '2025-04-03T11:17:31.212Z',
	Notes: 'QLF Notes',
	Floor: '1',
	Total_Floor: '2',
};

const LEAD = {
	Public_Reference: '129991025-5',
	Sender_Name: 'Ana Silva',
	Sender_Email: 'ana@example.com',
	Sender_Phone: '+351912345678',
	Message: 'Gostaria de visitar.',
	Lead_Status: 'New',
	External_LeadId: 'a1',
};

describe('Maxwork', () => {
	const { ask, behave, held } = startPortal('maxwork');
	const send = (json: object, query = TOKEN, headers: Record<string, string> = HEADERS) =>
		ask(PATH + query, { json, headers });

	test("takes the page's own example, repaired", async () => {
		assert.equal(maxworkRequest.safeParse(EXAMPLE).success, true);
		const { status, json } = await send(EXAMPLE);
		assert.equal(status, 200);
		assert.deepEqual(json, { Message: 'Data was successfully inserted!' });
	});

	test('takes a lead without a listing that says "None"', async () => {
		assert.equal((await send({ ...LEAD, Public_Reference: 'None' })).status, 200);
	});

	test('takes attributes as names and as numbers, 0 included', async () => {
		assert.equal((await send({ ...LEAD, Listing_Attributes: ['Lift', 0, 51] })).status, 200);
	});

	for (const [why, query, headers] of [
		['a wrong token', '?token=nobody', HEADERS],
		['no token', '', HEADERS],
		['no user', TOKEN, {}],
		['another user', TOKEN, { user: 'nobody' }],
	] as const) {
		test(`answers an empty object to ${why}`, async () => {
			const { status, json } = await send(LEAD, query, headers);
			assert.deepEqual([status, json], [401, {}]);
			assert.deepEqual(await held(), []);
		});
	}

	for (const field of ['Public_Reference', 'Sender_Name', 'Sender_Email', 'Sender_Phone', 'Message', 'Lead_Status']) {
		test(`refuses a lead without ${field}`, async () => {
			const { status, json } = await send({ ...LEAD, [field]: undefined });
			assert.deepEqual([status, json], [400, REFUSAL]);
		});
	}

	for (const [why, wrong] of Object.entries({
		'a number that is no string': { Price_Min: 100000 },
		'an unknown field': { Budget: '1' },
		'an unknown status': { Lead_Status: 'Hot' },
		'an unknown attribute': { Listing_Attributes: ['Moat'] },
		'an unknown attribute number': { Listing_Attributes: [2] },
		'attributes that are no list': { Listing_Attributes: 'Lift' },
		'a lead type in words': { LeadTypeId: 'Buyer' },
		'a business type in digits': { Business_TypeId: '1' },
		'a time without milliseconds': { Created_At: '2025-04-03T11:17:31Z' },
		'a reference of another form': { Public_Reference: 'EB-AB1234' },
		'a listing of nobody': { Public_Reference: '111111111-1' },
	})) {
		test(`refuses ${why}`, async () => {
			const { status, json } = await send({ ...LEAD, ...wrong });
			assert.deepEqual([status, json], [400, REFUSAL]);
			assert.deepEqual(await held(), []);
		});
	}

	test('updates the lead whose External_LeadId it knows', async () => {
		await send(LEAD);
		await send({ ...LEAD, Message: 'E também ao sábado.' });
		const leads = (await held()) as { Message: string }[];
		assert.deepEqual(
			leads.map((lead) => lead.Message),
			['E também ao sábado.'],
		);
	});

	test('makes a lead each time where there is no External_LeadId', async () => {
		await send({ ...LEAD, External_LeadId: undefined });
		await send({ ...LEAD, External_LeadId: undefined });
		assert.equal((await held()).length, 2);
	});

	test('answers an empty object when it fails', async () => {
		await behave({ mode: '500' });
		const { status, json } = await send(LEAD);
		assert.deepEqual([status, json], [500, {}]);
	});

	test('has nothing to read back', async () => {
		assert.equal((await ask(PATH + TOKEN, { headers: HEADERS })).status, 404);
	});
});
