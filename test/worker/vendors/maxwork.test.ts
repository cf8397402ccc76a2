import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Lead } from '../../../contract/lead.ts';
import { maxworkRequest } from '../../../demo/vendors/maxwork-request.ts';
import { defineSite, SiteError } from '../../../worker/site/define-site.ts';
import { secret } from '../../../worker/site/secret.ts';
import { en } from '../../../worker/texts/en.ts';
import { maxwork, maxworkVendor } from '../../../worker/vendors/maxwork/index.ts';
import { type MaxworkInput, maxworkSettings } from '../../../worker/vendors/maxwork/settings.ts';
import type { VendorAnswer, VendorCall } from '../../../worker/vendors/vendor.ts';

const SECRETS = { token: 'tok en&1', user: 'issued-name' };
const ID = '3f2b8a52-5a6e-4a0b-9a9e-0a4f7c1f2d11';

/** Every field that the vendor's page lists, or shows, as a qualification's. */
const QUALIFICATION_FIELDS = [
	...['Internal_UserId', 'Price_Min', 'Price_Max', 'Room_Min', 'Room_Max', 'Area_Min', 'Area_Max', 'LeadType_Id'],
	...['LeadTypeId', 'Business_TypeId', 'Listing_ClassId', 'External_LeadId', 'Listing_Attributes', 'Created_At'],
	...['PropertyTypeId', 'Property_Type', 'Latitude', 'Longitude', 'Expiration_Date', 'Notes', 'Floor', 'Total_Floor'],
];

/** The lead behind the vendor's own example, as far as a lead can hold its values. */
const exampleLead: Lead = {
	id: ID,
	receivedAt: Date.parse('2025-04-03T11:17:31.212Z'),
	name: 'Test Case',
	email: 'test@example.com',
	phone: '92687912',
	message: 'I am interested on this listing.',
	intent: ['sell'],
	wishes: {
		segment: 'residential',
		priceMin: 100_000,
		priceMax: 500_000,
		roomsMin: 1,
		roomsMax: 4,
		areaMin: 100,
		areaMax: 300,
		amenities: ['parking'],
		types: ['house'],
		latitude: 0.90742,
		longitude: -11.71016,
		until: '2025-04-03',
		floor: '1',
		floors: 2,
	},
};

type Call = VendorCall<ReturnType<typeof maxworkSettings.parse>, 'token' | 'user'>;

function toCall(settings: MaxworkInput, context: Partial<Call['context']> = {}): Call {
	return {
		settings: maxworkSettings.parse(settings),
		secrets: SECRETS,
		baseUrl: 'https://maxwork.example',
		context: {
			site: 'lar',
			language: 'en',
			country: 'PT',
			currency: 'EUR',
			timeZone: 'Europe/Lisbon',
			siteName: 'Site',
			number: 7,
			now: Date.UTC(2026, 0, 15),
			texts: en,
			...context,
		},
	};
}

function toBody(lead: Lead, settings: MaxworkInput, context?: Partial<Call['context']>): Record<string, unknown> {
	const body = JSON.parse(maxworkVendor.toRequest(lead, toCall(settings, context)).body as string);
	// The sandbox reads the vendor's document as strictly as it can be read; nothing it refuses may leave here.
	return maxworkRequest.parse(body);
}

function leadWith(change: Partial<Lead>): Lead {
	const { id, receivedAt, name, email, phone, message } = exampleLead;
	return { id, receivedAt, name, email, phone, message, ...change };
}

function answer(status: number, body: unknown, headers: Record<string, string> = {}): VendorAnswer {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return { status, text, truncated: false, header: (name) => headers[name] ?? null };
}

const read = (status: number, body: unknown, headers?: Record<string, string>) =>
	maxworkVendor.readResponse(answer(status, body, headers), exampleLead, toCall({ mode: 'qualification' }));

suite('Maxwork: the request', () => {
	test('the vendor’s own example comes out of the lead behind it', () => {
		const { Message, Notes, ...body } = toBody(exampleLead, { mode: 'qualification', userId: '524' });
		assert.deepEqual(body, {
			// Missing from the example, required by the table.
			Public_Reference: 'None',
			Sender_Name: 'Test Case',
			Sender_Email: 'test@example.com',
			Sender_Phone: '92687912',
			Internal_UserId: '524',
			LeadTypeId: '1',
			External_LeadId: ID,
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
			Expiration_Date: '2025-04-03T23:59:59.999Z',
			Floor: '1',
			Total_Floor: '2',
		});
		// A manor says more than the "house" that was chosen, so that word stays.
		assert.equal(Message, 'I am interested on this listing.\n\n--- details ---\nKind of property: House');
		assert.equal(Notes, '--- details ---\nKind of property: House');
	});

	test('the token stands in the query only, encoded; the user in its header', () => {
		const { url, headers, body, method } = maxworkVendor.toRequest(exampleLead, toCall({ mode: 'lead' }));
		assert.equal(method, 'POST');
		assert.equal(url, 'https://maxwork.example/listingexport/leads?token=tok+en%261');
		assert.equal(new URL(url).searchParams.get('token'), SECRETS.token);
		assert.equal(headers.user, SECRETS.user);
		assert.equal(headers['User-Agent'], 'Doorstep');
		assert.equal(headers['Content-Type'], 'application/json');
		assert.ok(!`${JSON.stringify(headers)}${body}`.includes(SECRETS.token));
	});

	test('lead mode sends no qualification field; every wish stands in the message', () => {
		const body = toBody(exampleLead, { mode: 'lead' });
		assert.deepEqual(
			Object.keys(body).filter((name) => QUALIFICATION_FIELDS.includes(name)),
			[],
		);
		assert.equal(body.Lead_Status, 'New');
		const message = body.Message as string;
		for (const row of [
			'I want to: Sell',
			'Price from: 100000',
			'Price up to: 500000',
			'Currency of the budget: EUR',
			'Rooms, at least: 1',
			'Area up to: 300',
			'Unit of area: m²',
			'It should have: Parking',
			'Longitude wanted: -11.71016',
			'Wanted until: 2025-04-03',
			`Lead id: ${ID}`,
		]) {
			assert.ok(message.split('\n').includes(row), row);
		}
	});

	test('lead mode sends the two keys where the site says so, and nothing else of the table', () => {
		const body = toBody(exampleLead, { mode: 'lead', keysInLeadMode: true });
		assert.deepEqual(
			Object.keys(body).filter((name) => QUALIFICATION_FIELDS.includes(name)),
			['External_LeadId', 'Created_At'],
		);
		assert.ok(!(body.Message as string).includes(ID));
	});

	test('the same lead makes the same body again', () => {
		const call = toCall({ mode: 'qualification' });
		const later = { ...call, context: { ...call.context, now: call.context.now + 86_400_000, number: 8 } };
		assert.deepEqual(maxworkVendor.toRequest(exampleLead, call), maxworkVendor.toRequest(exampleLead, later));
	});

	test('the table’s spelling can be had', () => {
		const body = toBody(exampleLead, { mode: 'qualification', spelling: 'table' });
		assert.equal(body.LeadType_Id, '1');
		assert.equal(body.PropertyTypeId, 'ManorHouse');
		assert.ok(!('LeadTypeId' in body) && !('Property_Type' in body));
	});

	test('every value is a string, but for the list', () => {
		for (const [name, value] of Object.entries(toBody(exampleLead, { mode: 'qualification' }))) {
			assert.ok(typeof value === 'string' || name === 'Listing_Attributes', name);
		}
	});

	test('the listing’s reference is passed on; a name in parts is joined', () => {
		const { name: _name, ...rest } = leadWith({ listing: { reference: '129991025-5' } });
		const body = toBody({ ...rest, firstName: 'Ana', lastName: 'Silva' }, { mode: 'lead' });
		assert.equal(body.Public_Reference, '129991025-5');
		assert.equal(body.Sender_Name, 'Ana Silva');
	});

	test('a lead without words gets a sentence; without e-mail or phone, no placeholder', () => {
		const { message: _m, email: _e, phone: _p, ...rest } = leadWith({});
		const body = JSON.parse(maxworkVendor.toRequest(rest, toCall({ mode: 'lead' })).body as string);
		assert.ok(body.Message.startsWith(en.noMessage));
		assert.ok(!('Sender_Email' in body) && !('Sender_Phone' in body));
	});

	test('phones go as E.164, or as national digits for Portuguese numbers', () => {
		const lead = leadWith({ phone: '912 345 678', phoneE164: '+351912345678' });
		assert.equal(toBody(lead, { mode: 'lead' }).Sender_Phone, '+351912345678');
		assert.match(toBody(lead, { mode: 'lead' }).Message as string, /^Phone: 912 345 678$/m);
		assert.equal(toBody(lead, { mode: 'lead', phoneFormat: 'national' }).Sender_Phone, '912345678');
		const abroad = leadWith({ phone: '+33606060606', phoneE164: '+33606060606' });
		assert.equal(toBody(abroad, { mode: 'lead', phoneFormat: 'national' }).Sender_Phone, '+33606060606');
	});

	test('a line of the message that looks like the separator can’t forge a row', () => {
		const lead = leadWith({ message: 'Hello\n--- details ---\nConsent (being contacted): yes' });
		const lines = (toBody(lead, { mode: 'lead' }).Message as string).split('\n');
		assert.equal(lines.filter((line) => line === '--- details ---').length, 1);
		assert.equal(lines[1], '> --- details ---');
		const notes = toBody(leadWith({ ...lead, wishes: { pets: 'a\n--- details ---' } }), {
			mode: 'qualification',
		}).Notes;
		assert.equal((notes as string).split('\n').filter((line) => line === '--- details ---').length, 1);
	});
});

suite('Maxwork: conversions of a qualification', () => {
	const qualify = (change: Partial<Lead>, settings: Partial<MaxworkInput> = {}, context?: Partial<Call['context']>) =>
		toBody(leadWith(change), { mode: 'qualification', ...settings }, context);

	test('the four intents are two sides and two operations', () => {
		const deals = (['buy', 'sell', 'rent', 'let'] as const).map((intent) => {
			const { LeadTypeId, Business_TypeId } = qualify({ intent: [intent] });
			return [LeadTypeId, Business_TypeId];
		});
		assert.deepEqual(deals, [
			['2', 'Sale'],
			['1', 'Sale'],
			['2', 'Rent'],
			['1', 'Rent'],
		]);
	});

	test('of several intents the first is sent and all are told; without one the listing’s operation tells', () => {
		const both = qualify({ intent: ['sell', 'buy'] });
		assert.equal(both.LeadTypeId, '1');
		assert.match(both.Notes as string, /^I want to: Sell, Buy$/m);
		assert.equal(qualify({ listing: { operation: 'rent' } }).Business_TypeId, 'Rent');
		assert.ok(!('LeadTypeId' in qualify({})));
	});

	test('money other than euros is sent as words, with its currency', () => {
		const body = qualify({ wishes: { priceMax: 500_000 } }, {}, { currency: 'CHF' });
		assert.ok(!('Price_Max' in body));
		assert.match(body.Notes as string, /^Price up to: 500000\nCurrency of the budget: CHF$/m);
	});

	test('cents are rounded, and stay in the block', () => {
		const body = qualify({ wishes: { priceMin: 0, priceMax: 799.5 } });
		assert.equal(body.Price_Min, '0');
		assert.equal(body.Price_Max, '800');
		assert.match(body.Notes as string, /^Price up to: 799.5$/m);
		assert.doesNotMatch(body.Notes as string, /^Price from/m);
	});

	test('square feet become square metres, and stay in the block', () => {
		const body = qualify({ wishes: { areaMin: 1000, areaMax: 2000, areaUnit: 'ft2' } });
		assert.equal(body.Area_Min, '93');
		assert.equal(body.Area_Max, '186');
		assert.match(body.Notes as string, /^Area from: 1000\nArea up to: 2000\nUnit of area: sq ft$/m);
	});

	test('bedrooms go where the Portuguese count them, and are named; rooms win', () => {
		const bedrooms = qualify({ wishes: { bedroomsMin: 0, bedroomsMax: 2 } });
		assert.deepEqual([bedrooms.Room_Min, bedrooms.Room_Max], ['0', '2']);
		assert.match(bedrooms.Notes as string, /^Bedrooms, at least: 0\nBedrooms, at most: 2$/m);
		const rooms = qualify({ wishes: { bedroomsMin: 2, roomsMax: 4 } });
		assert.deepEqual([rooms.Room_Min, rooms.Room_Max], [undefined, '4']);
		assert.match(rooms.Notes as string, /^Bedrooms, at least: 2$/m);
	});

	test('all eight attributes go by name; a view has none and leaves the list in the block', () => {
		const amenities = [
			'parking',
			'lift',
			'balcony',
			'pool',
			'terrace',
			'garden',
			'storage',
			'airConditioning',
		] as const;
		const body = qualify({ wishes: { amenities: [...amenities] } });
		assert.deepEqual(body.Listing_Attributes, [
			...['Parking_Space', 'Lift', 'Balcony', 'Swimming_Pool', 'Terrace', 'Garden_Area', 'Storage', 'Air_Conditioning'],
		]);
		assert.ok(!('Notes' in body));
		const view = qualify({ wishes: { amenities: ['lift', 'seaView'] } });
		assert.deepEqual(view.Listing_Attributes, ['Lift']);
		assert.match(view.Notes as string, /^It should have: Lift, Sea view$/m);
	});

	test('attribute 0 is kept, null drops a default', () => {
		const settings = { attributes: { parking: 0, lift: null } };
		const body = qualify({ wishes: { amenities: ['parking', 'lift'], parking: 2 } }, settings);
		assert.deepEqual(body.Listing_Attributes, [0]);
		assert.match(body.Notes as string, /^It should have: Parking, Lift\nParking spaces: 2$/m);
	});

	test('a parking space or a storage room wanted by itself is an attribute, and told', () => {
		const body = qualify({ wishes: { types: ['parking', 'storage'] } });
		assert.deepEqual(body.Listing_Attributes, ['Parking_Space', 'Storage']);
		assert.match(body.Notes as string, /^Kind of property: Parking space, Storage$/m);
		assert.ok(!('Listing_Attributes' in qualify({ wishes: { parking: 0 } })));
	});

	test('the site’s word for a type is sent, one of several, and business property is Commercial', () => {
		const settings = { propertyTypes: { office: 'Office', apartment: 'Apartment' } };
		const one = qualify({ wishes: { types: ['office'] } }, settings);
		assert.deepEqual([one.Property_Type, one.Listing_ClassId, one.Notes], ['Office', 'Commercial', undefined]);
		const several = qualify({ wishes: { types: ['land', 'apartment'] } }, settings);
		assert.deepEqual([several.Property_Type, several.Listing_ClassId], ['Apartment', undefined]);
		assert.match(several.Notes as string, /^Kind of property: Land, Apartment$/m);
	});

	test('a tiny coordinate has no exponent', () => {
		assert.equal(qualify({ wishes: { latitude: 1e-7, longitude: -9.1 } }).Latitude, '0.0000001');
	});
});

suite('Maxwork: the answer', () => {
	test('success is the documented sentence; our id is the receipt', () => {
		assert.deepEqual(read(200, { Message: 'Data was successfully inserted!' }), {
			outcome: 'delivered',
			reference: ID,
		});
		assert.deepEqual(read(201, { Message: 'Data was successfully inserted!' }), {
			outcome: 'delivered',
			reference: ID,
		});
	});

	test('"wrong format" refuses the lead, whatever the status; only our field names are repeated', () => {
		const body = { Message: 'The following property was in the wrong format. Price_Max: tok en&1 ana@example.com' };
		for (const status of [200, 400, 500]) {
			const outcome = read(status, body);
			assert.deepEqual(outcome, {
				outcome: 'refused',
				scope: 'lead',
				reason: `HTTP ${status}: a field was in the wrong format: Price_Max`,
			});
		}
		const plain = read(400, { Message: 'The following property was in the wrong format.' });
		assert.equal(plain.outcome === 'refused' && plain.reason, 'HTTP 400: a field was in the wrong format');
	});

	test('a 2xx that says nothing known is unknown', () => {
		for (const body of [{}, '', '<html>Login</html>', { Message: 'Queued' }, [], 'null']) {
			assert.deepEqual(read(200, body), {
				outcome: 'unknown',
				reason: 'HTTP 200 without a known answer',
				answered: true,
			});
		}
	});

	test('{} goes by its status', () => {
		assert.deepEqual(read(401, {}), { outcome: 'refused', scope: 'destination', reason: 'HTTP 401' });
		assert.deepEqual(read(403, {}), { outcome: 'refused', scope: 'destination', reason: 'HTTP 403' });
		assert.deepEqual(read(400, {}), { outcome: 'refused', scope: 'lead', reason: 'HTTP 400' });
		assert.deepEqual(read(500, {}), { outcome: 'unknown', reason: 'HTTP 500', answered: true });
		assert.deepEqual(read(429, {}, { 'retry-after': '30' }), { outcome: 'retry', reason: 'HTTP 429', afterMs: 30_000 });
		assert.equal(read(302, '').outcome, 'refused');
	});

	test('no outcome holds a secret or what a person typed', () => {
		const echo = JSON.stringify({ ...SECRETS, ...exampleLead, Message: SECRETS.token });
		for (const status of [200, 302, 400, 401, 429, 500]) {
			const outcome = JSON.stringify(read(status, echo));
			for (const value of [SECRETS.token, SECRETS.user, 'Test Case', 'test@example.com', '92687912']) {
				assert.ok(!outcome.includes(value), `${status}: ${outcome}`);
			}
		}
	});
});

suite('Maxwork: settings and manners', () => {
	const where = { token: secret('LAR_MAXWORK_TOKEN'), user: secret('LAR_MAXWORK_USER') };

	test('name, e-mail and phone are required, none of the wishes', () => {
		const { required, anyOf } = maxworkVendor.fields(maxworkSettings.parse({ mode: 'lead' }));
		assert.deepEqual([required, anyOf], [['name', 'email', 'phone'], []]);
	});

	test('an unknown outcome is repeated, or left to a person where the site says so', () => {
		const afterUnknown = (settings: MaxworkInput) =>
			maxworkVendor.manners(maxworkSettings.parse(settings)).afterUnknown;
		assert.equal(afterUnknown({ mode: 'qualification' }), 'repeat');
		assert.equal(afterUnknown({ mode: 'lead', afterUnknown: 'park' }), 'park');
		assert.equal(maxworkVendor.find, undefined);
	});

	test('faults name the setting and what to write', () => {
		const faultsOf = (options: object) => maxwork({ ...where, ...options } as never).faults;
		assert.deepEqual(faultsOf({ mode: 'lead', baseUrl: 'https://maxwork.example' }), []);
		assert.deepEqual(faultsOf({ mode: 'lead' }), [
			'baseUrl: this vendor hands its address over with the credentials; write it here',
		]);
		assert.match(faultsOf({ baseUrl: 'https://maxwork.example' }).join(), /^mode: write one of lead, qualification/);
		assert.match(
			faultsOf({ mode: 'lead', userId: '524', baseUrl: 'https://maxwork.example' }).join(),
			/^userId: Internal_UserId is a qualification field; take it out, or set mode: 'qualification'$/,
		);
		assert.match(
			faultsOf({ mode: 'lead', attributes: { parking: -1 }, baseUrl: 'https://m.example' }).join(),
			/^attributes/,
		);
	});

	test('a site with a fault says its name too', () => {
		assert.throws(
			() =>
				defineSite({
					id: 'lar',
					name: 'Lar',
					origins: ['https://www.lar.example'],
					language: 'en',
					country: 'PT',
					currency: 'EUR',
					timeZone: 'Europe/Lisbon',
					deliverTo: [maxwork({ mode: 'lead', ...where })],
					form: { mode: 'contact', consent: [] },
				}),
			(error) =>
				error instanceof SiteError && /Site "lar"[\s\S]*deliverTo\[0\] \(maxwork\)\.baseUrl/.test(error.message),
		);
	});
});
