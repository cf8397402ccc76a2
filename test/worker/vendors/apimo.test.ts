import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Lead } from '../../../contract/lead.ts';
import { apimoRequest } from '../../../demo/vendors/apimo-request.ts';
import { secret } from '../../../worker/site/secret.ts';
import { en } from '../../../worker/texts/en.ts';
import { apimo, apimoVendor } from '../../../worker/vendors/apimo/index.ts';
import { type ApimoInput, apimoSettings } from '../../../worker/vendors/apimo/settings.ts';
import type { Lookup, VendorAnswer, VendorCall } from '../../../worker/vendors/vendor.ts';

const SECRETS = { provider: '9999', token: 'jeton-très-secret' };
const ID = '3f2b8a52-5a6e-4a0b-9a9e-0a4f7c1f2d11';
const RECEIVED_AT = Date.parse('2025-01-25T10:02:11Z');

type Call = VendorCall<ReturnType<typeof apimoSettings.parse>, 'provider' | 'token'>;

function toCall(settings: Partial<ApimoInput> = {}, context: Partial<Call['context']> = {}): Call {
	return {
		settings: apimoSettings.parse({ agencyId: '1234', ...settings }),
		secrets: SECRETS,
		baseUrl: 'https://api.apimo.pro',
		context: {
			site: 'azur',
			language: 'en',
			country: 'FR',
			currency: 'EUR',
			timeZone: 'Europe/Paris',
			siteName: 'Site',
			number: 7,
			now: RECEIVED_AT,
			texts: en,
			...context,
		},
	};
}

function leadWith(change: Partial<Lead> = {}): Lead {
	return { id: ID, receivedAt: RECEIVED_AT, firstName: 'Jean', lastName: 'MARTIN', ...change };
}

type Body = Record<string, string>;

function toBody(change: Partial<Lead>, settings: Partial<ApimoInput> = {}, context?: Partial<Call['context']>): Body {
	const body = JSON.parse(apimoVendor.toRequest(leadWith(change), toCall(settings, context)).body as string);
	// The sandbox reads the vendor's document as strictly as it can be read; nothing it refuses may leave here.
	return apimoRequest.parse(body) as Body;
}

function answer(status: number, body: unknown, headers: Record<string, string> = {}): VendorAnswer {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return { status, text, truncated: false, header: (name) => headers[name] ?? null };
}

const read = (status: number, body: unknown, headers?: Record<string, string>) =>
	apimoVendor.readResponse(answer(status, body, headers), leadWith(), toCall());

suite('Apimo: the request', () => {
	test('the vendor’s own example comes out of the lead behind it', () => {
		const body = toBody(
			{
				language: 'fr',
				title: 'M.',
				phone: '+33106060600',
				phoneE164: '+33106060600',
				phone2: '+33606060606',
				phone2E164: '+33606060606',
				address: {
					street: '131 rue d Antibes',
					street2: 'Second floor',
					postalCode: '06400',
					city: 'Cannes',
					country: 'FR',
				},
				message: 'Hello, please can you call me back. Jean',
				intent: ['buy'],
				wishes: {
					areaMin: 80,
					areaMax: 120,
					areaUnit: 'm2',
					roomsMin: 1,
					roomsMax: 4,
					bedroomsMin: 1,
					bedroomsMax: 3,
					priceMin: 400_000,
					priceMax: 450_000,
					currency: 'EUR',
					moveIn: '2016-08-01',
					leaseMonths: 1,
					types: ['apartment', 'house', 'land'],
					subtype: 'Autre',
					amenities: ['seaView'],
				},
				listing: {
					reference: '123456',
					street: '80 boulevard de la Croisette',
					postalCode: '06400',
					city: 'Cannes',
					country: 'FR',
				},
			},
			{ types: { buy: '1' }, titles: { 'M.': '1' }, subtypes: { autre: '3' }, referral: '1', subreferral: '1234' },
		);
		// The lead can't hold: fax, recipient_* (a third person), property_address_more, property_location.
		assert.deepEqual(body, {
			reference: ID,
			date: '2025-01-25 11:02:11',
			step: '1',
			type: '1',
			language: 'fr',
			country: 'FR',
			title: '1',
			lastname: 'MARTIN',
			firstname: 'Jean',
			phone: '+33106060600',
			mobile: '+33606060606',
			address: '131 rue d Antibes',
			address_more: 'Second floor',
			zipcode: '06400',
			city: 'Cannes',
			message:
				'Hello, please can you call me back. Jean\n\n--- details ---\n' +
				'Title: M.\nKind, more exactly: Autre\nLease term in months: 1',
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
			property_zipcode: '06400',
			property_city: 'Cannes',
			property_country: 'FR',
			property_category: '1',
			property_types: '1,2,3',
			property_sybtype: '3',
			property_view_landscape: '1',
		});
	});

	test('it goes to the agency, with Basic credentials in UTF-8, and the secret nowhere else', () => {
		const { method, url, headers, body } = apimoVendor.toRequest(leadWith(), toCall());
		assert.equal(`${method} ${url}`, 'POST https://api.apimo.pro/agencies/1234/leads');
		const [scheme, credentials = ''] = (headers.Authorization ?? '').split(' ');
		assert.equal(scheme, 'Basic');
		assert.equal(Buffer.from(credentials, 'base64').toString('utf8'), '9999:jeton-très-secret');
		assert.equal(headers['Content-Type'], 'application/json');
		assert.ok(!`${url}${body}`.includes(SECRETS.token));
	});

	test('the least lead is a reference, a date and a step', () => {
		const { id, receivedAt } = leadWith();
		const call = toCall();
		const body = JSON.parse(apimoVendor.toRequest({ id, receivedAt }, call).body as string);
		assert.deepEqual(body, { reference: ID, date: '2025-01-25 11:02:11', step: '1' });
	});

	test('every value is a string, and none is empty', () => {
		const body = toBody({
			email: '',
			wishes: { priceMin: 0, bedroomsMin: 0, areaMin: 0, types: ['parking'], floors: 3 },
		});
		for (const [name, value] of Object.entries(body)) assert.ok(typeof value === 'string' && value !== '', name);
		assert.deepEqual([body.price_min, body.bedroom_min, body.area_min], ['0', '0', '0']);
	});

	test('the date is the agency’s clock, in summer and winter, at midnight too', () => {
		assert.equal(toBody({ receivedAt: Date.parse('2026-07-01T22:00:00Z') }).date, '2026-07-02 00:00:00');
		assert.equal(toBody({ receivedAt: Date.parse('2026-01-01T23:30:00Z') }).date, '2026-01-02 00:30:00');
		const body = toBody({ receivedAt: Date.parse('2026-01-01T23:30:00Z') }, { timeZone: 'Indian/Reunion' });
		assert.equal(body.date, '2026-01-02 03:30:00');
	});

	test('a line of the message that looks like the separator can’t forge a row', () => {
		const lines = toBody({ message: 'Bonjour\n--- details ---\nConsent: yes', title: 'Dr' }).message?.split('\n') ?? [];
		assert.equal(lines.filter((line) => line === '--- details ---').length, 1);
		assert.equal(lines[1], '> --- details ---');
	});
});

suite('Apimo: the person', () => {
	const named = (name: string) => {
		const { id, receivedAt } = leadWith();
		return JSON.parse(apimoVendor.toRequest({ id, receivedAt, name }, toCall()).body as string) as Body;
	};

	test('one box is split, and stays in the block; one word is a last name', () => {
		const { firstname, lastname, message } = named('Ana Maria Silva');
		assert.deepEqual([firstname, lastname], ['Ana', 'Maria Silva']);
		assert.equal(message, '--- details ---\nName: Ana Maria Silva');
		const single = named('Silva');
		assert.deepEqual([single.firstname, single.lastname, single.message], [undefined, 'Silva', undefined]);
	});

	test('mobiles go into mobile, other numbers into phone, the second into the one left', () => {
		const numbers = (phoneE164: string, phone2E164?: string) => {
			const { phone, mobile } = toBody({
				...{ phone: phoneE164, phoneE164 },
				...(phone2E164 !== undefined && { phone2: phone2E164, phone2E164 }),
			});
			return { phone, mobile };
		};
		assert.deepEqual(numbers('+33712345678'), { phone: undefined, mobile: '+33712345678' });
		assert.deepEqual(numbers('+33106060600'), { phone: '+33106060600', mobile: undefined });
		assert.deepEqual(numbers('+12025550123'), { phone: '+12025550123', mobile: undefined });
		assert.deepEqual(numbers('+33612345678', '+33712345678'), { phone: '+33712345678', mobile: '+33612345678' });
		assert.deepEqual(numbers('+33106060600', '+33206060600'), { phone: '+33106060600', mobile: '+33206060600' });
	});

	test('a number that was typed another way is told as typed', () => {
		const body = toBody({ phone: '06 06 06 06 06', phoneE164: '+33606060606' });
		assert.equal(body.mobile, '+33606060606');
		assert.match(body.message ?? '', /^Phone: 06 06 06 06 06$/m);
	});

	test('a title without an id stays in the block; capitals don’t matter for one that has', () => {
		assert.equal(toBody({ title: 'mme' }, { titles: { Mme: '2' } }).title, '2');
		const body = toBody({ title: 'Maître' }, { titles: { Mme: '2' } });
		assert.ok(!('title' in body));
		assert.match(body.message ?? '', /^Title: Maître$/m);
	});

	test('language has two letters; the country is the address’s, or else the language tag’s', () => {
		const locale = (change: Partial<Lead>) => {
			const { language, country, message = '' } = toBody(change);
			return [language, country, /^Language/m.test(message)];
		};
		assert.deepEqual(locale({ language: 'fr' }), ['fr', undefined, false]);
		assert.deepEqual(locale({ language: 'fr-BE' }), ['fr', 'BE', false]);
		assert.deepEqual(locale({ language: 'fr-BE', address: { country: 'FR' } }), ['fr', 'FR', true]);
		assert.deepEqual(locale({ language: 'fil' }), [undefined, undefined, true]);
	});
});

suite('Apimo: what is wanted', () => {
	test('square feet become square metres, and stay in the block', () => {
		const body = toBody({ wishes: { areaMin: 1000, areaUnit: 'ft2' } });
		assert.deepEqual([body.area_min, body.area_unit], ['93', '1']);
		assert.match(body.message ?? '', /^Area from: 1000\nUnit of area: sq ft$/m);
	});

	test('half a square metre is rounded, and stays in the block with its unit; so does a lot', () => {
		const half = toBody({ wishes: { areaMin: 82.5, areaMax: 100 } });
		assert.deepEqual([half.area_min, half.area_max], ['83', '100']);
		assert.match(half.message ?? '', /--- details ---\nArea from: 82.5\nUnit of area: m²$/);
		const lot = toBody({ wishes: { areaMin: 80, lotArea: 500 } });
		assert.match(lot.message ?? '', /--- details ---\nUnit of area: m²\nLot area: 500$/);
	});

	test('prices are whole and carry their currency', () => {
		const own = toBody({ wishes: { priceMax: 900.4 } }, {}, { currency: 'CHF' });
		assert.deepEqual([own.price_max, own.currency], ['900', 'CHF']);
		assert.match(own.message ?? '', /^Price up to: 900.4$/m);
		assert.equal(toBody({ wishes: { priceMax: 900, currency: 'USD' } }).currency, 'USD');
		assert.ok(!('currency' in toBody({})));
	});

	test('pièces and chambres are two things', () => {
		const body = toBody({ wishes: { roomsMin: 3, bedroomsMin: 2 } });
		assert.deepEqual(
			[body.room_min, body.room_max, body.bedroom_min, body.bedroom_max],
			['3', undefined, '2', undefined],
		);
	});

	test('a term ends the day before; a shorter month on its last day', () => {
		const term = (moveIn: string, leaseMonths: number, moveOut?: string) =>
			toBody({ wishes: { moveIn, leaseMonths, ...(moveOut !== undefined && { moveOut }) } }).end_at;
		assert.equal(term('2026-09-01', 12), '2027-08-31');
		assert.equal(term('2026-01-31', 1), '2026-02-28');
		assert.equal(term('2027-08-30', 6), '2028-02-29');
		assert.equal(term('2026-09-15', 3), '2026-12-14');
		assert.equal(term('2026-09-01', 12, '2027-06-30'), '2027-06-30');
		assert.equal(term('2026-09-01', 0), undefined);
		assert.equal(term('9999-09-01', 12), undefined);
	});

	test('category: what is wanted, or else what the listing is for', () => {
		const category = (change: Partial<Lead>) => toBody(change).property_category;
		assert.equal(category({ intent: ['buy'] }), '1');
		assert.equal(category({ intent: ['rent'] }), '2');
		assert.equal(category({ intent: ['rent'], listing: { operation: 'season' } }), '3');
		assert.equal(category({ listing: { operation: 'season' } }), '3');
		assert.equal(category({ intent: ['sell'], listing: { operation: 'sale' } }), undefined);
		assert.equal(category({ intent: ['sell', 'buy'] }), '1');
		assert.match(toBody({ intent: ['sell'] }).message ?? '', /^I want to: Sell$/m);
		assert.match(toBody({ intent: ['sell', 'buy'] }).message ?? '', /^I want to: Sell, Buy$/m);
	});

	test('the kind of lead is the site’s map; owners are never sent as other', () => {
		const types = { rent: '4', other: '9' };
		assert.equal(toBody({ intent: ['rent'] }, { types }).type, '4');
		assert.equal(toBody({}, { types }).type, '9');
		assert.equal(toBody({ intent: ['buy'] }, { types }).type, '9');
		assert.equal(toBody({ intent: ['sell'] }, { types }).type, undefined);
		assert.equal(toBody({ intent: ['buy'] }).type, undefined);
	});

	test('all kinds have ids by default; a kind without one leaves the list in the block', () => {
		const types = [
			'apartment',
			'house',
			'land',
			'shop',
			'parking',
			'building',
			'office',
			'warehouse',
			'storage',
		] as const;
		const body = toBody({ wishes: { types: [...types] } });
		assert.deepEqual([body.property_types, body.message], ['1,2,3,4,5,6,7,9,10', undefined]);
		const mapped = toBody({ wishes: { types: ['house', 'land'] } }, { propertyTypes: { house: '42', land: null } });
		assert.equal(mapped.property_types, '42');
		assert.match(mapped.message ?? '', /^Kind of property: House, Land$/m);
	});

	test('without a kind wanted it is the listing’s; business property is 4, 7 and 9', () => {
		assert.equal(toBody({ listing: { type: 'apartment' } }).property_types, '1');
		const body = toBody({ wishes: { segment: 'commercial' } });
		assert.equal(body.property_types, '4,7,9');
		assert.match(body.message ?? '', /^Home or business: Business$/m);
	});

	test('the subtype is spelled as the vendor spells it, and told as written', () => {
		const body = toBody({ wishes: { subtype: ' Duplex' } });
		assert.equal(body.property_sybtype, '9');
		assert.match(body.message ?? '', /^Kind, more exactly: +Duplex$/m);
		assert.ok(!('property_sybtype' in toBody({ wishes: { subtype: 'péniche' } })));
	});

	test('one view fits the field; other amenities leave the list in the block', () => {
		const body = toBody({ wishes: { amenities: ['lift', 'mountainView', 'seaView'] } });
		assert.equal(body.property_view_landscape, '2');
		assert.match(body.message ?? '', /^It should have: Lift, Mountain view, Sea view$/m);
		assert.ok(!('property_view_landscape' in toBody({ wishes: { amenities: ['pool'] } })));
	});

	test('a wanted place takes the property’s fields only where no listing is named', () => {
		const place = { placeCity: 'Nice', placePostalCode: '06000', placeCountry: 'FR', place: 'near the port' };
		const free = toBody({ wishes: place });
		assert.deepEqual([free.property_city, free.property_zipcode, free.property_country], ['Nice', '06000', 'FR']);
		assert.equal(free.message, '--- details ---\nWhere: near the port');
		const named = toBody({ wishes: place, listing: { reference: 'VA1234', city: 'Cannes' } });
		assert.deepEqual([named.property_city, named.property_zipcode], ['Cannes', undefined]);
		assert.match(named.message ?? '', /^City wanted: Nice\nPostcode wanted: 06000\nCountry wanted: FR$/m);
	});

	test('the campaign may choose the referral, and is told', () => {
		const settings = { referral: '12', referrals: { newsletter: '13' } };
		assert.equal(toBody({}, settings).referral, '12');
		const body = toBody({ attribution: { utm_source: 'newsletter' } }, settings);
		assert.equal(body.referral, '13');
		assert.match(body.message ?? '', /^utm_source: newsletter$/m);
	});

	test('a campaign named like a part of JavaScript is a campaign like any other', () => {
		const settings = { referral: '12', referrals: { newsletter: '13' } };
		for (const utm_source of ['__proto__', 'constructor', 'toString']) {
			assert.equal(toBody({ attribution: { utm_source } }, settings).referral, '12');
		}
	});
});

suite('Apimo: the answer', () => {
	test('success is an id, read from the text', () => {
		const created = { id: 188699, created_at: '2016-04-29 16:17:23', updated_at: '2016-04-29 16:17:23' };
		assert.deepEqual(read(200, created), { outcome: 'delivered', reference: '188699' });
		assert.deepEqual(read(200, '{"id": 9007199254740993}'), { outcome: 'delivered', reference: '9007199254740993' });
		assert.deepEqual(read(200, { id: '188699' }), { outcome: 'delivered', reference: '188699' });
	});

	test('a success without an id is looked up', () => {
		for (const body of ['', '{}', '<html>Login</html>', '[]', { id: null }, '{"id": 1886']) {
			assert.deepEqual(read(200, body), { outcome: 'unknown', reason: 'HTTP 200 without an id', answered: true });
		}
		assert.equal(apimoVendor.manners(toCall().settings).afterUnknown, 'find');
	});

	test('what may mean that the lead is there is looked up', () => {
		assert.equal(read(409, '').outcome, 'unknown');
		assert.equal(read(408, '').outcome, 'unknown');
		assert.equal(read(400, { error: 'reference already exists' }).outcome, 'unknown');
		assert.equal(read(422, { errors: ['reference must be unique'] }).outcome, 'unknown');
		assert.equal(read(400, { error: 'property_reference does not exist' }).outcome, 'refused');
		assert.equal(read(400, { error: 'property_reference: already sold' }).outcome, 'refused');
	});

	test('the rest goes by its status', () => {
		assert.deepEqual(read(400, '{}'), { outcome: 'refused', scope: 'lead', reason: 'HTTP 400' });
		assert.equal(read(200, { error: 'no' }).outcome, 'refused');
		assert.deepEqual(read(401, ''), { outcome: 'refused', scope: 'destination', reason: 'HTTP 401' });
		assert.deepEqual(read(403, ''), { outcome: 'refused', scope: 'destination', reason: 'HTTP 403' });
		assert.deepEqual(read(429, '', { 'retry-after': '60' }), { outcome: 'retry', reason: 'HTTP 429', afterMs: 60_000 });
		assert.deepEqual(read(500, ''), { outcome: 'unknown', reason: 'HTTP 500', answered: true });
		const moved = read(301, '');
		assert.ok(moved.outcome === 'refused' && moved.scope === 'destination');
	});

	test('a complaint about the token stops the destination, whatever the status', () => {
		for (const status of [200, 400, 401]) {
			const outcome = read(status, { error: 'Please provide the token' });
			assert.ok(outcome.outcome === 'refused' && outcome.scope === 'destination', String(status));
		}
	});

	test('no outcome holds a secret', () => {
		const echo = JSON.stringify({ error: `${SECRETS.provider}:${SECRETS.token}`, email: 'ana@example.com' });
		for (const status of [200, 302, 400, 401, 409, 429, 500]) {
			const outcome = JSON.stringify(read(status, echo));
			for (const value of [SECRETS.provider, SECRETS.token, 'ana@example.com']) assert.ok(!outcome.includes(value));
		}
	});
});

suite('Apimo: the look-up', () => {
	const find = () => apimoVendor.find?.(leadWith(), toCall()) as Lookup;
	const row = (reference: string, id: unknown = 170384) => ({ id, reference, date: '2025-01-25 11:02:11' });
	const list = (rows: unknown[], total = rows.length) => answer(200, { leads: rows, total_items: total, timestamp: 1 });
	const queryOf = (lookup: Lookup) => Object.fromEntries(new URL(lookup.request.url).searchParams);

	test('it asks for what came since an hour before the lead', () => {
		const { request } = find();
		assert.equal(request.method, 'GET');
		assert.ok(request.url.startsWith('https://api.apimo.pro/agencies/1234/leads?'));
		const since = String(Date.parse('2025-01-25T09:02:11Z') / 1000);
		assert.deepEqual(queryOf(find()), { limit: '200', offset: '0', timestamp: since });
		assert.match(request.headers.Authorization ?? '', /^Basic /);
	});

	test('ours is the row with our reference', () => {
		assert.deepEqual(find().read(list([row('other', 1), null, row(ID)])), { found: 'present', reference: '170384' });
		assert.deepEqual(find().read(list([row(ID, null)])), { found: 'present', reference: ID });
	});

	test('only the end of the list proves that a lead is absent', () => {
		assert.deepEqual(find().read(list([])), { found: 'absent' });
		assert.deepEqual(find().read(list([row('other')])), { found: 'absent' });
		const more = find().read(list([row('other')], 63));
		assert.ok(more.found === 'elsewhere');
		assert.equal(queryOf(more.next).offset, '1');
		assert.deepEqual(more.next.read(list([], 63)), { found: 'absent' });
	});

	test('a full page is followed by one that overlaps it', () => {
		const page = Array.from({ length: 200 }, (_, i) => row(`r${i}`));
		const finding = find().read(list(page, 350));
		assert.ok(finding.found === 'elsewhere');
		assert.equal(queryOf(finding.next).offset, '190');
		assert.deepEqual(finding.next.read(list([...page.slice(0, 159), row(ID, 5)], 350)), {
			found: 'present',
			reference: '5',
		});
	});

	test('a page too long to read is asked for in smaller ones', () => {
		let lookup = find();
		const limits: (string | undefined)[] = [];
		for (let i = 0; i < 4; i++) {
			const finding = lookup.read({ ...list([]), truncated: true });
			assert.ok(finding.found === 'elsewhere');
			lookup = finding.next;
			limits.push(queryOf(lookup).limit);
		}
		assert.deepEqual(limits, ['50', '12', '3', '1']);
		assert.equal(lookup.read({ ...list([]), truncated: true }).found, 'unclear');
	});

	test('anything else proves nothing', () => {
		for (const [status, body] of [
			[401, ''],
			[500, '{}'],
			[200, ''],
			[200, '<html>'],
			[200, '{}'],
		] as const) {
			assert.equal(find().read(answer(status, body)).found, 'unclear');
		}
	});
});

suite('Apimo: settings', () => {
	const where = { provider: secret('AZUR_APIMO_PROVIDER'), token: secret('AZUR_APIMO_TOKEN') };
	const faultsOf = (options: object) => apimo({ ...where, ...options } as never).faults;

	test('an agency and two secrets are enough', () => {
		assert.deepEqual(faultsOf({ agencyId: '1234' }), []);
		assert.equal(apimo({ agencyId: '1234', ...where }).baseUrl, 'https://api.apimo.pro');
	});

	test('faults name the setting and what to write', () => {
		assert.deepEqual(faultsOf({ agencyId: 'azur' }), ["agencyId: write the agency's number as text, such as '1234'"]);
		assert.deepEqual(faultsOf({ agencyId: '1', timeZone: 'Paris' }), [
			'timeZone: write an IANA zone, such as Europe/Paris',
		]);
		assert.match(faultsOf({ agencyId: '1', types: { buy: 'achat' } }).join(), /^types\.buy: write the catalogue's id/);
		assert.match(faultsOf({ agencyId: '1', property_subtype: '1' }).join(), /no such setting/);
	});

	test('e-mail or phone is asked for, nothing else is required', () => {
		const { required, anyOf, asks } = apimoVendor.fields(toCall().settings);
		assert.deepEqual([required, anyOf], [[], [['email', 'phone']]]);
		assert.ok(asks.includes('wishes.roomsMin') && asks.includes('wishes.bedroomsMin'));
	});
});
