import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Lead } from '../../../contract/lead.ts';
import { DEMO_SECRETS } from '../../../demo/demo-secrets.ts';
import { createPropexo, PROPEXO_IDS } from '../../../demo/vendors/propexo.ts';
import { answerRequest } from '../../../demo/vendors/sandbox.ts';
import type { Destination } from '../../../worker/site/destination.ts';
import { secret } from '../../../worker/site/secret.ts';
import { findTexts } from '../../../worker/texts/index.ts';
import { propexo, propexoVendor } from '../../../worker/vendors/propexo/index.ts';
import type { PropexoInput, PropexoSettings } from '../../../worker/vendors/propexo/settings.ts';
import { UnsendableLead } from '../../../worker/vendors/unsendable-lead.ts';
import type { Finding, Lookup, Outcome, VendorAnswer, VendorRequest } from '../../../worker/vendors/vendor.ts';

const TOKEN = 'never-show-this-token';
const NOW = Date.UTC(2026, 5, 1, 12);

const plain: PropexoInput = {
	integrationId: 'int_1',
	leadSourceId: 'ls_1',
	employeeId: 'emp_1',
	properties: { 'OAK-1': 'prop_1', 'OAK-2': 'prop_2' },
};

function toDestination(input: PropexoInput): Destination {
	return propexo({ ...input, token: secret('OAK_PROPEXO_TOKEN') });
}

function toCall(input: Partial<PropexoInput> = {}) {
	const destination = toDestination({ ...plain, ...input });
	assert.deepEqual(destination.faults, []);
	return {
		settings: destination.settings as PropexoSettings,
		secrets: { token: TOKEN },
		baseUrl: 'https://api.propexo.com',
		context: {
			site: 'oak',
			language: 'en',
			country: 'US',
			currency: 'USD',
			timeZone: 'America/New_York',
			siteName: 'Site',
			number: 7,
			now: NOW,
			texts: findTexts('en'),
		},
	};
}

function toLead(change: Partial<Lead> = {}): Lead {
	return {
		id: '3f0c6a3e-7c1f-4a51-9c1e-0d6b1f1f9a01',
		firstName: 'Emily',
		lastName: 'Johnson',
		email: 'emily@example.com',
		listing: { reference: 'OAK-1' },
		receivedAt: NOW - 1000,
		...change,
	};
}

function send(change: Partial<Lead> = {}, input: Partial<PropexoInput> = {}) {
	const request = propexoVendor.toRequest(toLead(change), toCall(input));
	return { request, body: JSON.parse(request.body as string) };
}

function answer(status: number, text = '', headers: Record<string, string> = {}): VendorAnswer {
	return { status, text, truncated: false, header: (name) => headers[name] ?? null };
}

function read(status: number, text = '', headers: Record<string, string> = {}): Outcome {
	return propexoVendor.readResponse(answer(status, text, headers), toLead(), toCall());
}

describe('propexo settings', () => {
	const cases: [string, PropexoInput, RegExp][] = [
		['no property at all', { ...plain, properties: {} }, /^properties: name at least one property, or write default/],
		['an empty id', { ...plain, employeeId: ' ' }, /^employeeId: write the Propexo id of the employee/],
		[
			'an event of a kind that is not listed',
			{ ...plain, visitAsEvent: true, visitEventName: 'Visit' as 'Show' },
			/^visitEventName: write one of .*Show/,
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

describe('propexo toRequest', () => {
	it('produces the example of the collected facts', () => {
		const { request, body } = send({
			phone: '(555) 123-4567',
			phoneE164: '+15551234567',
			message: 'Is parking included?',
			wishes: { bedroomsMin: 2, priceMax: 3500, leaseMonths: 12, moveIn: '2026-07-01' },
		});
		const { notes, ...rest } = body;
		assert.deepEqual(rest, {
			integration_id: 'int_1',
			lead_source_id: 'ls_1',
			employee_id: 'emp_1',
			property_id: 'prop_1',
			first_name: 'Emily',
			last_name: 'Johnson',
			email_1: 'emily@example.com',
			phone_1: '+15551234567',
			phone_1_type: 'MOBILE',
			desired_num_bedrooms: 2,
			desired_max_rent_in_cents: 350_000,
			desired_lease_term_in_months: 12,
			target_move_in_date: '2026-07-01T00:00:00Z',
		});
		assert.match(
			notes,
			/^Is parking included\?\n\n--- details ---\nPhone: \(555\) 123-4567\nPrice up to: 3500\nCurrency/,
		);
		assert.match(notes, /\nListing: OAK-1\n/);
		assert.equal(request.method, 'POST');
		assert.equal(request.url, 'https://api.propexo.com/v1/leads/resman/');
		assert.equal(request.headers.Authorization, `Bearer ${TOKEN}`);
	});

	it('fills every other field of the document', () => {
		const { body } = send(
			{
				phone: '+15551234567',
				phoneE164: '+15551234567',
				phone2: '+15557654321',
				phone2E164: '+15557654321',
				address: { street: '1 Main St', street2: 'Apt 4', city: 'Boston', region: 'MA', postalCode: '02108' },
				wishes: { bathroomsMin: 1.5 },
				listing: { reference: 'OAK-2', unit: '101', floorPlan: 'B' },
			},
			{ units: { '101': 'unit_x', 'OAK-2/101': 'unit_2' }, floorPlans: { b: 'plan_b' } },
		);
		assert.deepEqual(
			[body.property_id, body.unit_id, body.floor_plan_id, body.phone_2, body.phone_2_type, body.desired_num_bathrooms],
			['prop_2', 'unit_2', 'plan_b', '+15557654321', 'MOBILE', 1.5],
		);
		assert.deepEqual(
			[body.address_1, body.address_2, body.city, body.state, body.zip],
			['1 Main St', 'Apt 4', 'Boston', 'MA', '02108'],
		);
		assert.match(body.notes, /Unit: 101\nFloor plan: B/);
	});

	it('takes ids from the settings only', () => {
		const property = (listing: Lead['listing'], input: Partial<PropexoInput> = {}) =>
			send({ listing }, input).body.property_id;
		assert.equal(property({ propertyId: 'prop_2' }), 'prop_2');
		assert.equal(property({ reference: ' oak-1 ' }), 'prop_1');
		assert.equal(property({ reference: 'OAK-1', propertyId: 'prop_of_another' }), 'prop_1');
		assert.equal(property({ propertyId: 'prop_of_another' }, { defaultPropertyId: 'prop_9' }), 'prop_9');
		const foreign = send({
			listing: { reference: 'OAK-1', propertyId: 'prop_x', unit: 'unit_x', floorPlan: 'plan_x' },
		}).body;
		assert.deepEqual([foreign.unit_id, foreign.floor_plan_id], [undefined, undefined]);
		assert.match(foreign.notes, /Property id: prop_x\nUnit: unit_x\nFloor plan: plan_x/);
	});

	it('says which setting is missing when no property can be told, without quoting the page', () => {
		for (const listing of [undefined, { reference: 'constructor' }, { propertyId: 'prop_x' }]) {
			assert.throws(
				() => send({ listing }),
				(error) =>
					error instanceof UnsendableLead &&
					/"properties".*"defaultPropertyId"/.test(error.reason) &&
					!/prop_x/.test(error.reason),
			);
		}
	});

	it('chooses the lead source by utm_source', () => {
		const source = (utm_source: string) =>
			send({ attribution: { utm_source } }, { leadSourcesByUtm: { google: 'ls_google' } }).body;
		assert.equal(source('Google').lead_source_id, 'ls_google');
		assert.equal(source('bing').lead_source_id, 'ls_1');
		assert.match(source('bing').notes, /utm_source: bing/);
	});

	it('splits one name, keeps the original, and says what is only a placeholder', () => {
		const one = send({ firstName: undefined, lastName: undefined, name: 'Cher' }).body;
		assert.deepEqual([one.first_name, one.last_name], ['Cher', 'Unknown']);
		assert.match(one.notes, /Last name: –\nName: Cher/);
		const two = send(
			{ firstName: undefined, lastName: undefined, name: 'Ann  Lee Roy' },
			{ lastNamePlaceholder: '-' },
		).body;
		assert.deepEqual([two.first_name, two.last_name], ['Ann', 'Lee Roy']);
		assert.match(two.notes, /Name: Ann {2}Lee Roy/);
	});

	it('keeps ranges whole in the notes, and rounds cents', () => {
		const { body } = send({ wishes: { bedroomsMin: 0, bedroomsMax: 2, priceMin: 1000, priceMax: 1999.999 } });
		assert.deepEqual([body.desired_num_bedrooms, body.desired_max_rent_in_cents], [0, 200_000]);
		for (const row of ['Price from: 1000', 'Price up to: 1999.999', 'Bedrooms, at least: 0', 'Bedrooms, at most: 2']) {
			assert.ok(body.notes.includes(row), row);
		}
	});

	it('sends a rent only: no purchase price, no other currency', () => {
		assert.equal(send({ intent: ['buy'], wishes: { priceMax: 300_000 } }).body.desired_max_rent_in_cents, undefined);
		const pesos = send({ intent: ['rent'], wishes: { priceMax: 9000, currency: 'MXN' } }).body;
		assert.equal(pesos.desired_max_rent_in_cents, undefined);
		assert.match(pesos.notes, /Price up to: 9000\nCurrency of the budget: MXN/);
	});
});

describe('propexo readResponse', () => {
	it('waits for the job of a 200', () => {
		const text = JSON.stringify({ meta: { job_id: 'job-abc' }, result: { first_name: 'Emily' } });
		assert.deepEqual(read(200, text), { outcome: 'confirming', job: 'job-abc' });
	});

	const table: [string, number, string, object][] = [
		['HTML with 200', 200, '<html>', { outcome: 'unknown', reason: 'HTTP 200 without a job id', answered: true }],
		['nothing with 200', 200, '', { outcome: 'unknown', reason: 'HTTP 200 without a job id', answered: true }],
		['no job in it', 200, '{"meta":null}', { outcome: 'unknown', reason: 'HTTP 200 without a job id', answered: true }],
		['400', 400, '{"message":"Emily"}', { outcome: 'refused', scope: 'lead', reason: 'HTTP 400' }],
		['401', 401, '', { outcome: 'refused', scope: 'destination', reason: 'HTTP 401' }],
		['403', 403, '', { outcome: 'refused', scope: 'destination', reason: 'HTTP 403' }],
		['429', 429, '', { outcome: 'retry', reason: 'HTTP 429', afterMs: 9000 }],
		['500', 500, '', { outcome: 'unknown', reason: 'HTTP 500', answered: true }],
		[
			'a redirect',
			301,
			'',
			{ outcome: 'refused', scope: 'destination', reason: 'HTTP 301: redirects are not followed; check baseUrl' },
		],
	];
	for (const [name, status, text, outcome] of table) {
		it(`classifies ${name}`, () => {
			const found = read(status, text, { 'retry-after': '9' });
			assert.deepEqual(found, status === 500 ? { ...outcome } : outcome);
			assert.doesNotMatch(JSON.stringify(found), /Emily|never-show/);
		});
	}

	it('parks an unknown outcome unless the site accepts a second prospect', () => {
		assert.equal(propexoVendor.manners(toCall().settings).afterUnknown, 'park');
		assert.equal(propexoVendor.manners(toCall({ afterUnknown: 'repeat' }).settings).afterUnknown, 'repeat');
	});
});

describe('propexo confirm', () => {
	const confirm = () => propexoVendor.confirm?.('job/1', toCall()) as Lookup;
	const status = (body: object): Finding => confirm().read(answer(200, JSON.stringify(body)));
	const failed = (errors: string[]) => {
		const finding = status({ write_status: 'FAILURE', errors, created_record_id: null });
		assert.equal(finding.found, 'failed');
		const { reason } = finding as { reason: string };
		assert.doesNotMatch(reason, /Emily|emily@|555/);
		return reason;
	};

	it('asks for the write status of the job', () => {
		const { request } = confirm();
		assert.equal(request.method, 'GET');
		assert.equal(request.url, 'https://api.propexo.com/v1/admin/write-status/job%2F1');
		assert.equal(request.headers.Authorization, `Bearer ${TOKEN}`);
	});

	it('reads the four statuses', () => {
		assert.deepEqual(status({ write_status: 'PENDING', errors: [], created_record_id: null }), { found: 'pending' });
		assert.deepEqual(status({ write_status: 'SUCCESS', errors: [], created_record_id: 'lead-1' }), {
			found: 'present',
			reference: 'lead-1',
		});
		assert.deepEqual(status({ write_status: 'SUCCESS', errors: [], created_record_id: null }), {
			found: 'present',
			reference: 'job/1',
		});
		assert.deepEqual(status({ write_status: 'PARTIAL_SUCCESS', created_record_id: 'lead-1' }), {
			found: 'present',
			reference: 'lead-1',
		});
		assert.equal(status({ write_status: 'PARTIAL_SUCCESS', created_record_id: null }).found, 'failed');
		assert.equal(status({ write_status: 'OTHER' }).found, 'unclear');
	});

	it("words a failure without a word of the vendor's", () => {
		assert.match(failed(['{"status":403,"message":"Forbidden for emily@example.com"}']), /credentials were refused/);
		assert.match(failed(['{"message":"System maintenance, Emily"}']), /down or busy/);
		assert.match(failed(['{"message":"request timed out"}']), /down or busy/);
		assert.match(failed(['{"message":"Property does not exist"}']), /ids/);
		assert.match(failed(['{"message":"Phone +15551234567 is invalid"}']), /missing or invalid/);
		assert.match(failed(['{"message":"Emily"}']), /job's errors at Propexo/);
		assert.match(failed([]), /no cause was given/);
	});

	it('stays unclear when the status can not be read', () => {
		assert.equal(confirm().read(answer(200, '<html>')).found, 'unclear');
		assert.equal(confirm().read(answer(404)).found, 'unclear');
		assert.deepEqual(confirm().read(answer(429, '', { 'retry-after': '3' })), {
			found: 'unclear',
			reason: 'the write status answered HTTP 429',
			afterMs: 3000,
		});
	});
});

describe('propexo extras', () => {
	const wishes = { visitDate: '2026-07-01', visitSlot: 'morning' as const };

	it('records a visit as a lead event, when the site says so', () => {
		const call = toCall({ visitAsEvent: true });
		const visits = propexoVendor.extras?.(toLead({ wishes }), 'lead-1', call);
		assert.equal(visits?.[0]?.url, 'https://api.propexo.com/v1/events/leads/resman/');
		assert.deepEqual(JSON.parse(visits?.[0]?.body as string), {
			integration_id: 'int_1',
			lead_id: 'lead-1',
			event_name: 'Other',
			event_datetime: '2026-07-01T12:00:00Z',
			lead_source_id: 'ls_1',
			notes: 'Day for a visit: 2026-07-01\nTime for a visit: Morning',
		});
		assert.deepEqual(propexoVendor.extras?.(toLead(), 'lead-1', call), []);
		assert.deepEqual(propexoVendor.extras?.(toLead({ wishes }), 'lead-1', toCall()), []);
	});
});

describe('propexo against its sandbox', () => {
	it('brings a full lead through: post, poll, event', () => {
		const sandbox = createPropexo();
		const manners = { extras: { jobs: 'success' as const, pendingPolls: 1, errors: [] }, refusesRepeats: false };
		const call = {
			...toCall({
				integrationId: PROPEXO_IDS.integration_id[0],
				leadSourceId: PROPEXO_IDS.lead_source_id[0],
				employeeId: PROPEXO_IDS.employee_id[0],
				properties: { 'OAK-1': PROPEXO_IDS.property_id[0] },
				units: { '214': PROPEXO_IDS.unit_id[0] },
				floorPlans: { '2B': PROPEXO_IDS.floor_plan_id[0] },
				visitAsEvent: true,
			}),
			secrets: { token: DEMO_SECRETS.OAK_PROPEXO_TOKEN },
		};
		const ask = (request: VendorRequest): VendorAnswer => {
			const { pathname, searchParams } = new URL(request.url);
			const { status, body } = answerRequest(
				sandbox,
				{
					method: request.method,
					path: pathname,
					query: searchParams,
					headers: Object.fromEntries(
						Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
					),
					text: request.body ?? '',
					baseUrl: call.baseUrl,
					now: NOW,
				},
				manners,
			);
			return answer(status, JSON.stringify(body));
		};
		const lead = toLead({
			phone: '(512) 555-0100',
			phoneE164: '+15125550100',
			message: 'Is parking included?',
			address: {
				street: '1 Main St',
				street2: 'Apt 4',
				city: 'Boston',
				region: 'MA',
				postalCode: '02108',
				country: 'US',
			},
			listing: { reference: 'OAK-1', unit: '214', floorPlan: '2B' },
			wishes: {
				bedroomsMin: 2,
				bathroomsMin: 1.5,
				priceMax: 2400.5,
				leaseMonths: 12,
				moveIn: '2026-07-01',
				visitDate: '2026-06-10',
				visitSlot: 'evening',
			},
		});
		const outcome = propexoVendor.readResponse(ask(propexoVendor.toRequest(lead, call)), lead, call);
		assert.equal(outcome.outcome, 'confirming');
		const poll = propexoVendor.confirm?.((outcome as { job: string }).job, call) as Lookup;
		assert.equal(poll.read(ask(poll.request)).found, 'pending');
		const finding = poll.read(ask(poll.request));
		assert.equal(finding.found, 'present');
		const [visit] = propexoVendor.extras?.(lead, (finding as { reference: string }).reference, call) ?? [];
		assert.equal(ask(visit as VendorRequest).status, 200);
	});
});
