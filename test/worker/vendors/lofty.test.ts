import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Lead } from '../../../contract/lead.ts';
import { DEMO_SECRETS } from '../../../demo/demo-secrets.ts';
import { createLofty, LOFTY_USER_ID } from '../../../demo/vendors/lofty.ts';
import { answerRequest } from '../../../demo/vendors/sandbox.ts';
import type { Destination } from '../../../worker/site/destination.ts';
import { secret } from '../../../worker/site/secret.ts';
import { findTexts } from '../../../worker/texts/index.ts';
import { lofty, loftyVendor } from '../../../worker/vendors/lofty/index.ts';
import type { LoftyInput, LoftySettings } from '../../../worker/vendors/lofty/settings.ts';
import type { Finding, Lookup, Outcome, VendorAnswer, VendorRequest } from '../../../worker/vendors/vendor.ts';

const KEY = 'never-show-this-key';
const NOW = Date.UTC(2026, 5, 1, 12);
const LEAD_ID = '3f0c6a3e-7c1f-4a51-9c1e-0d6b1f1f9a01';

const plain: LoftyInput = { auth: 'token', source: 'elm.example', leadRouting: true };

function toDestination(input: LoftyInput): Destination {
	return lofty({ ...input, apiKey: secret('ELM_LOFTY_KEY') });
}

function toCall(input: Partial<LoftyInput> = {}) {
	const destination = toDestination({ ...plain, ...input });
	assert.deepEqual(destination.faults, []);
	return {
		settings: destination.settings as LoftySettings,
		secrets: { apiKey: KEY },
		baseUrl: 'https://api.lofty.com',
		context: {
			site: 'elm',
			language: 'en',
			country: 'US',
			currency: 'USD',
			timeZone: 'America/Chicago',
			siteName: 'Site',
			number: 7,
			now: NOW,
			texts: findTexts('en'),
		},
	};
}

function toLead(change: Partial<Lead> = {}): Lead {
	return { id: LEAD_ID, name: 'Jane Smith', email: 'jane@example.com', receivedAt: NOW - 1000, ...change };
}

function send(change: Partial<Lead> = {}, input: Partial<LoftyInput> = {}) {
	const request = loftyVendor.toRequest(toLead(change), toCall(input));
	return { request, body: JSON.parse(request.body as string) };
}

function answer(status: number, text = '', headers: Record<string, string> = {}): VendorAnswer {
	return { status, text, truncated: false, header: (name) => headers[name] ?? null };
}

function read(status: number, text = '', headers: Record<string, string> = {}): Outcome {
	return loftyVendor.readResponse(answer(status, text, headers), toLead(), toCall());
}

describe('lofty settings', () => {
	const cases: [string, LoftyInput, RegExp][] = [
		['neither agent nor routing', { auth: 'token', source: 'x' }, /^leadRouting: write either/],
		['both', { ...plain, assignedUserId: '1' }, /^leadRouting: write either/],
		[
			'a group without routing',
			{ auth: 'token', source: 'x', assignedUserId: '1', assignGroupId: '-1' },
			/^assignGroupId: /,
		],
		['a private scope without its owner', { ...plain, ownershipScope: 'PERSONAL' }, /^ownershipId: write it with/],
		['an owner without a scope', { ...plain, ownershipId: '5' }, /^ownershipId: /],
		['an empty source', { ...plain, source: ' ' }, /^source: /],
		['a source of 101 characters', { ...plain, source: 'x'.repeat(101) }, /^source: write at most 100/],
		['a stage of 20 characters', { ...plain, stage: 'x'.repeat(20) }, /^stage: write less than 20/],
		[
			'an attribute from nowhere',
			{ ...plain, customAttributes: [{ attributeName: 'Campaign', from: 'utm' }] },
			/attribution\.utm_source/,
		],
	];
	for (const [name, input, fault] of cases) {
		it(`names what is wrong: ${name}`, () => {
			const { faults } = toDestination(input);
			assert.equal(faults.length, 1, faults.join('\n'));
			assert.match(faults[0] as string, fault);
		});
	}
});

describe('lofty toRequest', () => {
	it('produces the example of the collected facts', () => {
		const { request, body } = send(
			{
				phone: '(415) 555-1234',
				phoneE164: '+14155551234',
				message: 'I would like to visit.',
				intent: ['buy'],
				wishes: { priceMin: 300_000, priceMax: 500_000, bedroomsMin: 2, bathroomsMin: 1, place: 'Austin, TX' },
				listing: { reference: 'A-1234' },
			},
			{ source: 'Listing page widget', tags: ['Website lead'], tagListing: false },
		);
		const { content, leadRouting, ...rest } = body;
		assert.deepEqual(rest, {
			firstName: 'Jane',
			lastName: 'Smith',
			emails: ['jane@example.com'],
			phones: ['+14155551234'],
			leadTypes: [2],
			source: 'Listing page widget',
			tagsAdd: ['Website lead'],
			cannotText: true,
			leadAlert: true,
			welcomeEmail: false,
			inquiry: {
				priceMin: 300_000,
				priceMax: 500_000,
				bedroomsMin: 2,
				bathroomsMin: '1',
				locations: [{ city: 'Austin', stateCode: 'TX', description: 'Austin, TX' }],
			},
		});
		assert.equal(leadRouting, true);
		assert.match(content, /^I would like to visit\.\n\n--- details ---\nPhone: \(415\) 555-1234\n/);
		assert.match(content, /\nListing: A-1234\n/);
		assert.match(content, new RegExp(`\nLead id: ${LEAD_ID}$`));
		assert.equal(request.url, 'https://api.lofty.com/v1.0/leads');
		assert.equal(request.headers.Authorization, `token ${KEY}`);
		assert.equal(request.headers['Content-Type'], 'application/json');
	});

	it("produces the fields of the developer site's example", () => {
		const { request, body } = send(
			{
				name: 'Bob Li',
				email: 'jane.doe@example.com',
				phone: '+14155551234',
				phoneE164: '+14155551234',
				phone2: '+12125559876',
				phone2E164: '+12125559876',
				intent: ['buy', 'rent'],
				consent: [{ purpose: 'contact', given: false }],
				address: {
					street: 'The White House,1600 Pennsylvania Avenue NW',
					city: 'Washington DC',
					region: 'Washington DC',
					postalCode: '20500',
				},
				wishes: {
					priceMin: 1,
					priceMax: 10_000_000,
					types: ['house', 'apartment'],
					bedroomsMin: 1,
					bathroomsMin: 1,
					placeCity: 'Austin',
					placeRegion: 'TX',
				},
			},
			{
				auth: 'bearer',
				leadRouting: false,
				assignedUserId: '10000000514',
				stage: 'Pending',
				source: 'Open House',
				tags: ['Referral', 'Pre-Approved'],
			},
		);
		const { content: _, leadAlert: __, welcomeEmail: ___, ...rest } = body;
		assert.deepEqual(rest, {
			firstName: 'Bob',
			cannotText: true,
			cannotCall: true,
			cannotEmail: true,
			lastName: 'Li',
			emails: ['jane.doe@example.com'],
			phones: ['+14155551234', '+12125559876'],
			leadTypes: [2, 5],
			assignedUserId: 10_000_000_514,
			streetAddress: 'The White House,1600 Pennsylvania Avenue NW',
			city: 'Washington DC',
			state: 'Washington DC',
			zipCode: '20500',
			stage: 'Pending',
			tagsAdd: ['Referral', 'Pre-Approved'],
			source: 'Open House',
			inquiry: {
				priceMin: 1,
				priceMax: 10_000_000,
				propertyType: ['Single Family Home', 'Condo'],
				bedroomsMin: 1,
				bathroomsMin: '1',
				locations: [{ city: 'Austin', stateCode: 'TX' }],
			},
		});
		assert.equal(request.headers.Authorization, `Bearer ${KEY}`);
	});

	it('writes 64-bit ids as the digits they are', () => {
		const { request } = send({}, { leadRouting: false, assignedUserId: '9223372036854775807' });
		assert.match(request.body as string, /^\{"assignedUserId":9223372036854775807,/);
		assert.doesNotMatch(request.body as string, /leadRouting/);
		const group = send({}, { assignGroupId: '-1', ownershipScope: 'OFFICE', ownershipId: '12' }).body;
		assert.deepEqual([group.assignGroupId, group.ownershipScope, group.ownershipId], [-1, 'OFFICE', 12]);
	});

	it('cuts long names and keeps them whole in the note', () => {
		const lastName = 'Wolfeschlegelsteinhausenbergerdorff';
		const { body } = send({ name: undefined, firstName: 'Hubert', lastName });
		assert.equal(body.lastName, lastName.slice(0, 30));
		assert.match(body.content, new RegExp(`Last name: ${lastName}`));
		assert.doesNotMatch(body.content, /First name/);
	});

	it('keeps a name that did not split cleanly in the note', () => {
		assert.match(send({ name: 'María José García' }).body.content, /Name: María José García/);
		assert.match(send({ name: 'Cher' }).body.content, /Name: Cher/);
		assert.doesNotMatch(send().body.content, /Name:/);
	});

	it('never sends the members that lose data', () => {
		const { body } = send({ message: 'Hello' }, { tags: ['a'] });
		for (const name of ['note', 'notes', 'message', 'tags', 'email', 'phone', 'referredBy']) {
			assert.equal(name in body, false, name);
		}
	});

	it('negates consent per channel, and unsubscribes on an explicit no only', () => {
		const consent = (list: Lead['consent']) => {
			const { cannotCall, cannotText, cannotEmail, unsubscription } = send({ consent: list }).body;
			return [cannotCall, cannotText, cannotEmail, unsubscription];
		};
		assert.deepEqual(consent(undefined), [undefined, true, undefined, undefined]);
		assert.deepEqual(consent([{ purpose: 'contact', given: true }]), [undefined, true, undefined, undefined]);
		assert.deepEqual(consent([{ purpose: 'contact', given: false }]), [true, true, true, undefined]);
		assert.deepEqual(
			consent([
				{ purpose: 'call', given: true },
				{ purpose: 'text', given: true },
				{ purpose: 'email', given: false },
				{ purpose: 'marketing', given: true },
			]),
			[false, false, true, undefined],
		);
		assert.deepEqual(consent([{ purpose: 'marketing', given: false }]), [undefined, true, undefined, true]);
		assert.deepEqual(consent([{ purpose: 'marketing.email', given: false }]), [undefined, true, undefined, true]);
		assert.deepEqual(consent([{ purpose: 'marketing.text', given: false }]), [undefined, true, undefined, undefined]);
	});

	it('sends what a seller offers as a property, in acres and square feet, and no inquiry', () => {
		const { body } = send({
			intent: ['sell'],
			wishes: {
				priceMin: 450_000,
				bedroomsMin: 3,
				areaMin: 200,
				lotArea: 4046.8564224,
				areaUnit: 'm2',
				floors: 2,
				parking: 1,
				types: ['house'],
			},
			listing: {
				reference: 'A-1',
				url: 'https://elm.example/a-1',
				street: '1 Elm St',
				city: 'Austin',
				county: 'Travis',
				region: 'TX',
				postalCode: '78701',
			},
		});
		assert.deepEqual(body.leadTypes, [1]);
		assert.equal(body.inquiry, undefined);
		assert.equal(body.tagsAdd, undefined);
		assert.deepEqual(body.property, {
			streetAddress: '1 Elm St',
			city: 'Austin',
			county: 'Travis',
			state: 'TX',
			zipCode: '78701',
			priceMin: 450_000,
			bedrooms: 3,
			floors: 2,
			parkingSpace: 1,
			squareFeet: 2153,
			lotSize: 1,
			propertyType: 'Single Family Home',
			listingId: 'A-1',
			siteListingUrl: 'https://elm.example/a-1',
		});
		for (const row of ['Area from: 200', 'Lot area: 4046.8564224', 'Unit of area: m²', 'Kind of property: House']) {
			assert.ok(body.content.includes(row), row);
		}
	});

	it('routes a buyer who named no place by the listing, and tags its reference', () => {
		const { body } = send({
			listing: { reference: 'A-1', city: 'Austin', region: 'tx', county: 'Travis', operation: 'sale' },
		});
		assert.deepEqual(body.inquiry, { locations: [{ city: 'Austin', county: 'Travis', stateCode: 'TX' }] });
		assert.deepEqual(body.leadTypes, [2]);
		assert.deepEqual(body.tagsAdd, ['A-1']);
		assert.equal(send({ listing: { reference: 'A'.repeat(41) } }).body.tagsAdd, undefined);
	});

	it('reads places as people write them', () => {
		const place = (text: string) => send({ wishes: { place: text } }).body.inquiry.locations[0];
		assert.deepEqual(place('San Antonio, tx 78205'), {
			city: 'San Antonio',
			stateCode: 'TX',
			zipCode: '78205',
			description: 'San Antonio, tx 78205',
		});
		assert.deepEqual(place('78205'), { zipCode: '78205', description: '78205' });
		assert.deepEqual(place('Lyon, FR'), { description: 'Lyon, FR' });
		assert.deepEqual(send({ wishes: { placeRegion: 'Texas' } }).body.inquiry.locations, [{ description: 'Texas' }]);
	});

	it('leaves amounts of another currency, and rounded ones, in the note', () => {
		const foreign = send({ wishes: { priceMax: 300_000, currency: 'EUR' } }).body;
		assert.equal(foreign.inquiry, undefined);
		assert.match(foreign.content, /Price up to: 300000\n.*EUR/);
		const cents = send({ wishes: { priceMax: 1999.5 } }).body;
		assert.equal(cents.inquiry.priceMax, 2000);
		assert.match(cents.content, /Price up to: 1999\.5\nCurrency of the budget: USD/);
		assert.doesNotMatch(send({ wishes: { priceMax: 2000 } }).body.content, /Currency/);
	});

	it('sends mapped values only, and keeps what was mapped in the note', () => {
		const lead: Partial<Lead> = {
			intent: ['buy', 'sell'],
			language: 'es-MX',
			wishes: { timeFrame: 'now', bathroomsMin: 1.5 },
			attribution: { utm_source: 'google' },
		};
		assert.equal('buyingTimeFrame' in send(lead).body, false);
		const { body } = send(lead, {
			buyingTimeFrames: { now: '0-3 months' },
			sellingTimeFrames: { now: 'Now' },
			languages: { es: 'ES' },
			customAttributes: [{ attributeName: 'Campaign', attributeType: 'text', from: 'attribution.utm_source' }],
		});
		assert.deepEqual(
			[body.buyingTimeFrame, body.sellingTimeFrame, body.language, body.leadTypes, body.inquiry.bathroomsMin],
			['0-3 months', 'Now', 'ES', [2, 1], '1.5'],
		);
		assert.deepEqual(body.customAttributeList, [{ attributeName: 'Campaign', attributeType: 'text', value: 'google' }]);
		assert.match(body.content, /When: As soon as possible/);
		assert.match(body.content, /utm_source: google/);
	});
});

describe('lofty readResponse', () => {
	const delivered: [string, number, string, string][] = [
		['the documented answer', 200, '{"leadId": 651095960136641}', '651095960136641'],
		['an id beyond 2^53', 200, '{"leadId":9223372036854775807}', '9223372036854775807'],
		['an id under data', 200, '{"code":0,"data":{"leadId":12}}', '12'],
		['an id as a string', 200, '{"id":"34"}', '34'],
		['a bare string', 200, '"56"', '56'],
		['201 without a body', 201, '', LEAD_ID],
	];
	for (const [name, status, text, reference] of delivered) {
		it(`delivered: ${name}`, () => assert.deepEqual(read(status, text), { outcome: 'delivered', reference }));
	}

	const table: [string, number, string, object][] = [
		[
			'a failure inside a 200',
			200,
			'{"code":10001,"message":"Jane"}',
			{ outcome: 'refused', scope: 'lead', reason: 'HTTP 200 with code 10001' },
		],
		[
			'no permission inside a 200',
			200,
			'{"code":200100}',
			{ outcome: 'refused', scope: 'destination', reason: 'HTTP 200 with code 200100' },
		],
		[
			'HTML with 200',
			200,
			'<html>Log in</html>',
			{ outcome: 'unknown', reason: 'HTTP 200 without a lead id', answered: true },
		],
		['nothing with 200', 200, '', { outcome: 'unknown', reason: 'HTTP 200 without a lead id', answered: true }],
		[
			'400',
			400,
			'{"code":"PARAMETER_TOO_LONG"}',
			{ outcome: 'refused', scope: 'lead', reason: 'HTTP 400 (code PARAMETER_TOO_LONG)' },
		],
		['401', 401, '', { outcome: 'refused', scope: 'destination', reason: 'HTTP 401' }],
		[
			'403 with its code',
			403,
			'{"code":200100}',
			{ outcome: 'refused', scope: 'destination', reason: 'HTTP 403 (code 200100)' },
		],
		[
			'404, the wrong address',
			404,
			'',
			{ outcome: 'refused', scope: 'destination', reason: 'HTTP 404: no such address; check baseUrl' },
		],
		[
			'404 of a lead that is gone',
			404,
			'{"message":"BaseApplicationException:errorCode=20006,errorMsg=Lead not exist"}',
			{ outcome: 'unknown', reason: 'HTTP 404 (code 20006)', answered: true },
		],
		['500', 500, '', { outcome: 'unknown', reason: 'HTTP 500', answered: true }],
		[
			'a redirect',
			302,
			'',
			{ outcome: 'refused', scope: 'destination', reason: 'HTTP 302: redirects are not followed; check baseUrl' },
		],
	];
	for (const [name, status, text, outcome] of table) {
		it(`classifies ${name}`, () => assert.deepEqual(read(status, text), outcome));
	}

	it('reads the rate limit in either unit, and waits a minute at most', () => {
		const wait = (headers: Record<string, string>) => {
			const outcome = read(429, '{"message":"Too Many Requests"}', headers);
			return outcome.outcome === 'retry' && outcome.afterMs;
		};
		assert.equal(wait({ 'x-ratelimit-reset': '21000' }), 21_000);
		assert.equal(wait({ 'x-ratelimit-reset': String(NOW / 1000 + 30) }), 30_000);
		assert.equal(wait({ 'x-ratelimit-reset': '900000' }), 60_000);
		assert.equal(wait({ 'x-ratelimit-reset': '-5' }), undefined);
		assert.equal(wait({ 'retry-after': '7', 'x-ratelimit-reset': '21000' }), 7000);
		assert.equal(wait({}), undefined);
	});

	it('never passes on the key, or a word of the message', () => {
		for (const status of [200, 400, 401, 404, 429, 500]) {
			const text = JSON.stringify({ code: 'x y', message: `Jane jane@example.com ${KEY} errorCode=20006` });
			assert.doesNotMatch(JSON.stringify(read(status, text)), /Jane|jane@|never-show/);
		}
	});
});

describe('lofty find', () => {
	const leads = (...rows: object[]) => JSON.stringify({ _metadata: {}, leads: rows });
	const next = (finding: Finding): Lookup => {
		assert.equal(finding.found, 'elsewhere');
		return (finding as { next: Lookup }).next;
	};
	const findFor = (change: Partial<Lead> = {}) => loftyVendor.find?.(toLead(change), toCall()) as Lookup;
	const byPhone = { email: undefined, phone: '415 555 1234', phoneE164: '+14155551234' };

	it('asks by exact e-mail, or by phone where there is none', () => {
		assert.equal(
			findFor({ email: 'jane+home@example.com' }).request.url,
			'https://api.lofty.com/v1.0/leads?email=jane%2Bhome%40example.com&preciseSearchFlag=true',
		);
		assert.equal(
			findFor(byPhone).request.url,
			'https://api.lofty.com/v1.0/leads?phone=%2B14155551234&preciseSearchFlag=true',
		);
	});

	it('is absent without a contact of that address, even if the list holds strangers', () => {
		const list = leads({ leadId: 1, emails: ['other@example.com'] }, { lead: { leadId: 2, phones: ['1'] } });
		assert.deepEqual(findFor().read(answer(200, list)), { found: 'absent' });
	});

	it("is present when one of the contact's notes holds the lead's id", () => {
		const list = '{"leads":[{"lead":{"leadId":9007199254740993,"emails":["JANE@example.com"]}}]}';
		const note = next(findFor().read(answer(200, list)));
		assert.equal(note.request.url, 'https://api.lofty.com/v1.0/notes?leadId=9007199254740993');
		const reference = '9007199254740993';
		assert.deepEqual(note.read(answer(200, JSON.stringify([{ content: `… Lead id: ${LEAD_ID}` }]))), {
			found: 'present',
			reference,
		});
		assert.deepEqual(note.read(answer(200, JSON.stringify({ notes: [{ content: LEAD_ID }] }))), {
			found: 'present',
			reference,
		});
	});

	it('may be sent again where it merges by e-mail, and is left to a person where it does not', () => {
		const note = next(findFor().read(answer(200, leads({ leadId: 5, emails: ['jane@example.com'] }))));
		assert.deepEqual(note.read(answer(200, '[]')), { found: 'absent' });
		assert.deepEqual(note.read(answer(404)), { found: 'absent' });
		const phoneNote = next(findFor(byPhone).read(answer(200, leads({ leadId: 5, phones: ['(415) 555-1234'] }))));
		assert.equal(phoneNote.read(answer(200, '[]')).found, 'failed');
		assert.equal(phoneNote.read(answer(403)).found, 'failed');
		assert.equal(phoneNote.read(answer(500)).found, 'unclear');
	});

	it('says nothing when the list can not be read', () => {
		assert.equal(findFor().read(answer(200, '<html>')).found, 'unclear');
		assert.deepEqual(findFor().read(answer(429, '', { 'x-ratelimit-reset': '21000' })), {
			found: 'unclear',
			reason: 'the look-up answered HTTP 429',
			afterMs: 21_000,
		});
	});

	it('resolves to the surviving record', () => {
		const resolve = (...rows: object[]) =>
			loftyVendor.resolve?.(toLead(), '5', toCall()).read(answer(200, leads(...rows)));
		const emails = ['jane@example.com'];
		assert.deepEqual(resolve({ leadId: 77, emails }), { found: 'present', reference: '77' });
		assert.deepEqual(resolve({ leadId: 77, emails }, { leadId: 5, emails }), { found: 'present', reference: '5' });
		assert.equal(resolve({ leadId: 77, emails }, { leadId: 78, emails })?.found, 'unclear');
		assert.equal(resolve()?.found, 'absent');
	});
});

describe('lofty extras', () => {
	const wishes = { visitDate: '2026-07-01', visitSlot: 'morning' as const };
	const listing = { reference: 'A-1', city: 'Austin', url: 'https://elm.example/a-1' };

	it('records a visit as a showing request, when the site says so', () => {
		const visits = loftyVendor.extras?.(
			toLead({ wishes, listing }),
			'9007199254740993',
			toCall({ visitAsActivity: true }),
		);
		assert.equal(visits?.length, 1);
		assert.equal(visits?.[0]?.url, 'https://api.lofty.com/v1.0/leads/9007199254740993/activity');
		assert.deepEqual(JSON.parse(visits?.[0]?.body as string), {
			type: 'Request',
			created: NOW - 1000,
			scheduledDate: '2026-07-01',
			text: 'Time for a visit: Morning',
			link: 'https://elm.example/a-1',
			listing: { city: 'Austin', listingId: 'A-1', siteListingUrl: 'https://elm.example/a-1' },
		});
	});

	it('asks nothing without a wish, a setting or a Lofty id', () => {
		assert.deepEqual(loftyVendor.extras?.(toLead({ wishes }), '5', toCall()), []);
		assert.deepEqual(loftyVendor.extras?.(toLead(), '5', toCall({ visitAsActivity: true })), []);
		assert.deepEqual(loftyVendor.extras?.(toLead({ wishes }), LEAD_ID, toCall({ visitAsActivity: true })), []);
	});
});

describe('lofty against its sandbox', () => {
	const manners = {
		extras: {
			hiddenReads: 1,
			hiddenSearches: 0,
			mergeAnswers: 'absorbed' as const,
			resetUnit: 'epoch' as const,
			listShape: 'wrapped' as const,
			notesShape: 'array' as const,
		},
		refusesRepeats: false,
	};
	const call = (input: Partial<LoftyInput>) => ({ ...toCall(input), secrets: { apiKey: DEMO_SECRETS.ELM_LOFTY_KEY } });
	const ask = (sandbox: ReturnType<typeof createLofty>, request: VendorRequest): VendorAnswer => {
		const { pathname, searchParams } = new URL(request.url);
		const { status, body, text } = answerRequest(
			sandbox,
			{
				method: request.method,
				path: pathname,
				query: searchParams,
				headers: Object.fromEntries(
					Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
				),
				text: request.body ?? '',
				baseUrl: 'https://api.lofty.com',
				now: NOW,
			},
			manners,
		);
		return answer(status, text ?? JSON.stringify(body));
	};
	const wishes = {
		priceMin: 300_000.5,
		priceMax: 500_000,
		bedroomsMin: 2,
		bedroomsMax: 4,
		bathroomsMin: 1.5,
		areaMin: 120,
		lotArea: 900,
		areaUnit: 'm2' as const,
		types: ['house' as const],
		floors: 2,
		parking: 1,
		place: 'Austin, TX',
		visitDate: '2026-06-10',
		visitSlot: 'evening' as const,
	};
	const listing = {
		reference: 'A-1',
		url: 'https://elm.example/a-1',
		street: '1 Elm St',
		city: 'Austin',
		region: 'TX',
		price: 450_000,
	};

	for (const intent of ['buy', 'rent', 'sell', 'let'] as const) {
		it(`is taken whole: ${intent}`, () => {
			const sandbox = createLofty();
			const settings = call({ leadRouting: false, assignedUserId: String(LOFTY_USER_ID), visitAsActivity: true });
			const lead = toLead({ intent: [intent], wishes, listing, phone: '+15125550100', phoneE164: '+15125550100' });
			const outcome = loftyVendor.readResponse(ask(sandbox, loftyVendor.toRequest(lead, settings)), lead, settings);
			assert.deepEqual(outcome, { outcome: 'delivered', reference: '9007199254740993' });
			const [visit] = loftyVendor.extras?.(lead, '9007199254740993', settings) ?? [];
			assert.equal(ask(sandbox, visit as VendorRequest).status, 200);
		});
	}

	it('finds the surviving record after a merge, where the answered one is gone', () => {
		const sandbox = createLofty();
		const settings = call({ visitAsActivity: true });
		const lead = toLead({ wishes, listing });
		const post = () => loftyVendor.readResponse(ask(sandbox, loftyVendor.toRequest(lead, settings)), lead, settings);
		const first = post();
		const second = post() as { reference: string };
		assert.notDeepEqual(first, second);
		const gone = loftyVendor.extras?.(lead, second.reference, settings)[0] as VendorRequest;
		assert.equal(ask(sandbox, gone).status, 404);
		const lookup = loftyVendor.resolve?.(lead, second.reference, settings) as Lookup;
		const finding = lookup.read(ask(sandbox, lookup.request)) as { reference: string };
		assert.deepEqual(finding, { found: 'present', reference: '9007199254740993' });
		const visit = loftyVendor.extras?.(lead, finding.reference, settings)[0] as VendorRequest;
		assert.equal(ask(sandbox, visit).status, 200);
	});
});
