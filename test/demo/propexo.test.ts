import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEMO_SECRETS } from '../../demo/demo-secrets.ts';
import { propexoLeadRequest } from '../../demo/vendors/propexo-request.ts';
import { startPortal } from './start.ts';

const LEADS = '/v1/leads/resman/';
const EVENTS = '/v1/events/leads/resman/';
const HEADERS = { Authorization: `Bearer ${DEMO_SECRETS.OAK_PROPEXO_TOKEN}` };

const REQUIRED = {
	integration_id: 'int_demo_resman',
	lead_source_id: 'ls_demo_website',
	employee_id: 'emp_demo_agent',
	property_id: 'prop_oak_austin',
	first_name: 'Emily',
	last_name: 'Johnson',
};

/** Every field of the reference page, with the values of its examples where it has any. */
const WHOLE = {
	...REQUIRED,
	unit_id: 'unit_oak_214',
	floor_plan_id: 'fp_oak_2b',
	email_1: 'emily@example.com',
	phone_1: '+1-555-123-4567',
	phone_1_type: 'MOBILE',
	phone_2: '+14155552671',
	phone_2_type: 'WORK',
	address_1: '1 Main St',
	address_2: 'Apt 2',
	city: 'Austin',
	state: 'TX',
	zip: '78701',
	notes: 'Is parking included?',
	desired_num_bedrooms: 2,
	desired_num_bathrooms: 1.5,
	desired_max_rent_in_cents: 350000,
	desired_lease_term_in_months: 12,
	target_move_in_date: '2024-07-01T00:00:00Z',
};

describe('Propexo for ResMan', () => {
	const { ask, behave, held } = startPortal('propexo');
	const send = (json: object, headers: Record<string, string> = HEADERS) => ask(LEADS, { json, headers });
	const queue = async () => (await send(WHOLE)).json.meta.job_id as string;
	const poll = async (job: string) => (await ask(`/v1/admin/write-status/${job}`, { headers: HEADERS })).json;

	test('queues a lead with the six required fields and echoes it, nulls for the rest', async () => {
		const { status, json } = await send(REQUIRED);
		assert.equal(status, 200);
		assert.equal(typeof json.meta.job_id, 'string');
		assert.equal(json.result.first_name, 'Emily');
		assert.equal(json.result.unit_id, null);
		assert.deepEqual(Object.keys(json.result).sort(), Object.keys(propexoLeadRequest.shape).sort());
	});

	test('takes every documented field', async () => {
		assert.equal(propexoLeadRequest.safeParse(WHOLE).success, true);
		assert.equal((await send(WHOLE)).status, 200);
	});

	test('takes the day alone as move-in date', async () => {
		assert.equal((await send({ ...WHOLE, target_move_in_date: '2024-07-01' })).status, 200);
	});

	for (const [why, headers] of Object.entries({
		'no token': {},
		'a wrong token': { Authorization: 'Bearer nobody' },
		'a token without its scheme': { Authorization: DEMO_SECRETS.OAK_PROPEXO_TOKEN },
	})) {
		test(`answers 401 to ${why}`, async () => {
			assert.equal((await send(REQUIRED, headers as Record<string, string>)).status, 401);
			assert.deepEqual(await held(), []);
		});
	}

	for (const field of Object.keys(REQUIRED)) {
		test(`refuses a lead without ${field}`, async () => {
			const { status, json } = await send({ ...REQUIRED, [field]: undefined });
			assert.equal(status, 400);
			assert.equal(json.error.code, 'invalid_request');
			assert.match(json.error.message, new RegExp(field));
		});
	}

	for (const [why, wrong] of Object.entries({
		'a misspelt field': { firstname: 'Emily' },
		'a number in a string': { desired_num_bedrooms: '2' },
		'a negative rent': { desired_max_rent_in_cents: -1 },
		'an unknown phone type': { phone_1_type: 'CELL' },
		'a null': { notes: null },
		'a move-in date that is none': { target_move_in_date: 'July' },
		'a property of nobody': { property_id: 'prop_other' },
		'an integration of nobody': { integration_id: 'int_other' },
		'a lead source of nobody': { lead_source_id: 'ls_other' },
		'an employee of nobody': { employee_id: 'emp_other' },
		'a unit of nobody': { unit_id: '214' },
	})) {
		test(`refuses ${why}`, async () => {
			assert.equal((await send({ ...REQUIRED, ...wrong })).status, 400);
			assert.deepEqual(await held(), []);
		});
	}

	test('is not found without the closing slash', async () => {
		assert.equal((await ask(LEADS.slice(0, -1), { json: REQUIRED, headers: HEADERS })).status, 404);
	});

	test('says PENDING first, then SUCCESS with the id of the new lead', async () => {
		const job = await queue();
		assert.deepEqual(await poll(job), { write_status: 'PENDING', errors: [], created_record_id: null });
		const { write_status, errors, created_record_id } = await poll(job);
		assert.deepEqual([write_status, errors], ['SUCCESS', []]);
		assert.match(created_record_id, /^lead_/);
		assert.equal((await poll(job)).created_record_id, created_record_id);
	});

	test('says FAILURE with what ResMan said, when told so', async () => {
		await behave({ jobs: 'failure', pendingPolls: 0 });
		const { write_status, errors, created_record_id } = await poll(await queue());
		assert.equal(write_status, 'FAILURE');
		assert.equal(JSON.parse(errors[0]).status, 403);
		assert.equal(created_record_id, null);
	});

	test('says FAILURE without a reason, when told so', async () => {
		await behave({ jobs: 'failure', pendingPolls: 0, errors: [] });
		assert.deepEqual((await poll(await queue())).errors, []);
	});

	test('says PARTIAL_SUCCESS, when told so', async () => {
		await behave({ jobs: 'partial', pendingPolls: 0 });
		assert.equal((await poll(await queue())).write_status, 'PARTIAL_SUCCESS');
	});

	test('stays PENDING as long as it is told to', async () => {
		await behave({ jobs: 'pending' });
		const job = await queue();
		for (let i = 0; i < 5; i++) assert.equal((await poll(job)).write_status, 'PENDING');
		await behave({ pendingPolls: 0 });
		assert.equal((await poll(job)).write_status, 'SUCCESS');
	});

	test('does not change its mind about a job that has ended', async () => {
		await behave({ pendingPolls: 0 });
		const job = await queue();
		await poll(job);
		await behave({ jobs: 'failure' });
		assert.equal((await poll(job)).write_status, 'SUCCESS');
	});

	test('knows no job it did not give out', async () => {
		const { status } = await ask('/v1/admin/write-status/none', { headers: HEADERS });
		assert.equal(status, 404);
	});

	test('makes a second lead of a repeat', async () => {
		await send(WHOLE);
		await send(WHOLE);
		assert.equal((await held()).length, 2);
	});

	test('takes an event for a lead that exists, and for no other', async () => {
		await behave({ pendingPolls: 0 });
		const lead_id = (await poll(await queue())).created_record_id;
		const event = {
			integration_id: 'int_demo_resman',
			lead_id,
			event_name: 'Show',
			event_datetime: '2026-02-03T15:00:00Z',
			notes: 'Would like to visit in the afternoon.',
		};
		const add = async (json: object) => (await ask(EVENTS, { json, headers: HEADERS })).status;
		assert.equal(await add(event), 200);
		assert.equal(await add({ ...event, lead_id: 'lead_none' }), 400);
		assert.equal(await add({ ...event, event_name: 'Visit' }), 400);
		assert.equal(await add({ ...event, event_datetime: undefined }), 400);
	});
});
