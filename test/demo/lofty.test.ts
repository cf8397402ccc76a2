import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEMO_SECRETS, LOFTY_ACCESS_TOKEN } from '../../demo/demo-secrets.ts';
import { LOFTY_USER_ID } from '../../demo/vendors/lofty.ts';
import { loftyLeadRequest } from '../../demo/vendors/lofty-request.ts';
import { startPortal } from './start.ts';

const LEADS = '/v1.0/leads';
const HEADERS = { Authorization: `token ${DEMO_SECRETS.ELM_LOFTY_KEY}` };
const NOT_EXIST = { message: 'BaseApplicationException:errorCode=20006,errorMsg=Lead not exist' };

/**
 * The reference has no example of a whole lead. This one has a field of every kind it lists; the shapes of the
 * custom attribute and of the family member's birthday are the reference's own.
 */
const LEAD = {
	firstName: 'Jane',
	lastName: 'Smith',
	emails: ['jane@example.com'],
	phones: ['+14155551234'],
	leadTypes: [2],
	source: 'Listing page widget',
	stage: 'New Leads',
	tagsAdd: ['Website lead'],
	assignedUserId: LOFTY_USER_ID,
	cannotText: true,
	leadAlert: true,
	welcomeEmail: false,
	content: 'I would like to visit.',
	inquiry: {
		priceMin: 300000,
		priceMax: 500000,
		bedroomsMin: 2,
		bathroomsMin: '1',
		propertyType: ['Condo'],
		locations: [{ city: 'Denver', stateCode: 'CO' }],
	},
	property: { streetAddress: '1 Main St', lotSize: 0.25, squareFeet: 1800, bathrooms: 2.5 },
	customAttributeList: [{ attributeName: 'Campaign', attributeType: 'text', value: 'spring' }],
	leadFamilyMemberList: [{ firstName: 'Jo', relationship: 'Husband', birthday: 'May 4, 1980' }],
};

describe('Lofty', () => {
	const { ask, behave, inbox, held } = startPortal('lofty');
	const send = (json: object, headers: Record<string, string> = HEADERS) => ask(LEADS, { json, headers });
	const get = (path: string) => ask(path, { headers: HEADERS });
	const add = async (json: object = LEAD) => /^\{"leadId":(\d+)\}$/.exec((await send(json)).text)?.[1] ?? '';

	test('takes a lead with a field of every documented kind', async () => {
		assert.equal(loftyLeadRequest.safeParse(LEAD).success, true);
		assert.equal((await send(LEAD)).status, 200);
	});

	test('answers an id that a double cannot hold, as a bare number', async () => {
		const id = await add();
		assert.match(id, /^\d+$/);
		assert.notEqual(String(Number(id)), id);
	});

	test('takes an OAuth access token as Bearer', async () => {
		assert.equal((await send(LEAD, { Authorization: `Bearer ${LOFTY_ACCESS_TOKEN}` })).status, 200);
	});

	for (const [why, headers] of Object.entries({
		'no key': {},
		'a wrong key': { Authorization: 'token nobody' },
		'an API key as Bearer': { Authorization: `Bearer ${DEMO_SECRETS.ELM_LOFTY_KEY}` },
		'a capital Token': { Authorization: `Token ${DEMO_SECRETS.ELM_LOFTY_KEY}` },
		'a key without its word': { Authorization: DEMO_SECRETS.ELM_LOFTY_KEY },
	})) {
		test(`answers 401 BAD_CREDENTIALS to ${why}`, async () => {
			const { status, json } = await send(LEAD, headers as Record<string, string>);
			assert.deepEqual([status, json.code], [401, 'BAD_CREDENTIALS']);
			assert.deepEqual(await held(), []);
		});
	}

	for (const [why, code, wrong] of [
		['a note under another name', 'INVALID_PARAMETER', { note: 'hello' }],
		['one e-mail that is no list', 'INVALID_PARAMETER', { emails: 'jane@example.com' }],
		['phones that are objects', 'INVALID_PARAMETER', { phones: [{ number: '1' }] }],
		['bathrooms as a number', 'INVALID_PARAMETER', { inquiry: { bathroomsMin: 1 } }],
		['bedrooms as a string', 'INVALID_PARAMETER', { inquiry: { bedroomsMin: '2' } }],
		['an unknown lead type', 'INVALID_PARAMETER', { leadTypes: [3] }],
		['an agent of nobody', 'INVALID_PARAMETER', { assignedUserId: 1 }],
		['a first name of 31 characters', 'PARAMETER_TOO_LONG', { firstName: 'x'.repeat(31) }],
		['a phone of 21 characters', 'PARAMETER_TOO_LONG', { phones: ['1'.repeat(21)] }],
		['a stage of 20 characters', 'PARAMETER_TOO_LONG', { stage: 'x'.repeat(20) }],
		['a source of 101 characters', 'PARAMETER_TOO_LONG', { source: 'x'.repeat(101) }],
		['a fifth family member', 'PARAMETER_TOO_LONG', { leadFamilyMemberList: Array(5).fill({}) }],
		['personal ownership without an owner', 'MISSING_PARAMETER', { ownershipScope: 'PERSONAL' }],
	] as const) {
		test(`refuses ${why} with ${code}`, async () => {
			const { status, json } = await send({ ...LEAD, ...wrong });
			assert.deepEqual([status, json.code], [400, code]);
			assert.deepEqual(await held(), []);
		});
	}

	test('does not show a new lead at once, then does', async () => {
		const id = await add();
		const first = await get(`${LEADS}/${id}`);
		assert.deepEqual([first.status, first.json], [404, NOT_EXIST]);
		const second = await get(`${LEADS}/${id}`);
		assert.equal(second.status, 200);
		assert.ok(second.text.includes(`"leadId":${id}`));
	});

	test('finds a lead by its exact e-mail address', async () => {
		const id = await add();
		const { text, json } = await get(`${LEADS}?email=Jane%40example.com&preciseSearchFlag=true`);
		assert.deepEqual(json._metadata, { collection: 'leads', limit: 10, offset: 0, total: 1 });
		assert.ok(text.includes(`"leadId":${id}`));
		assert.equal((await get(`${LEADS}?email=jo%40example.com&preciseSearchFlag=true`)).json._metadata.total, 0);
	});

	test('hides a new lead from searches too, and wraps its rows, when told so', async () => {
		await behave({ hiddenSearches: 1, listShape: 'wrapped' });
		await add();
		assert.deepEqual((await get(`${LEADS}?email=jane@example.com`)).json.leads, []);
		assert.equal((await get(`${LEADS}?email=jane@example.com`)).json.leads[0].lead.firstName, 'Jane');
	});

	test('refuses a page of more than a hundred', async () => {
		assert.equal((await get(`${LEADS}?limit=101`)).json.code, 'LIMIT_NOT_VALID');
	});

	test('merges a known e-mail address: keeps one contact, its tags and both notes', async () => {
		await add();
		await add({ ...LEAD, tagsAdd: ['Second'], content: 'And another thing.' });
		const [contact, ...more] = (await held()) as { tags: string[]; notes: string[] }[];
		assert.deepEqual(more, []);
		assert.deepEqual(contact?.tags, ['Website lead', 'Second']);
		assert.deepEqual(contact?.notes, ['I would like to visit.', 'And another thing.']);
	});

	test('loses the tags of a contact to `tags` on a merge', async () => {
		await add();
		await add({ emails: LEAD.emails, tags: ['Only this'] });
		assert.deepEqual(((await held()) as { tags: string[] }[])[0]?.tags, ['Only this']);
	});

	test('answers the id of the record merged away, to which every follow-up fails', async () => {
		const first = await add();
		const second = await add();
		assert.notEqual(second, first);
		const note = {
			text: `{"leadId":${second},"content":"x"}`,
			headers: { ...HEADERS, 'Content-Type': 'application/json' },
		};
		for (const answer of [
			await get(`${LEADS}/${second}`),
			await ask(`${LEADS}/${second}/activity`, { json: { type: 'Request' }, headers: HEADERS }),
			await ask('/v1.0/notes', note),
		]) {
			assert.deepEqual([answer.status, answer.json], [404, NOT_EXIST]);
		}
		assert.ok((await get(`${LEADS}?email=jane@example.com&preciseSearchFlag=true`)).text.includes(`"leadId":${first}`));
	});

	test('answers the id of the contact that stays, when told so', async () => {
		await behave({ mergeAnswers: 'surviving' });
		assert.equal(await add(), await add());
	});

	test('takes an activity, an inquiry and a note for a lead that exists', async () => {
		const id = await add();
		const headers = { ...HEADERS, 'Content-Type': 'application/json' };
		const request = { type: 'Request', scheduledDate: '2026-02-03', created: 1767225600000, pageName: 'Elm St' };
		assert.equal((await ask(`${LEADS}/${id}/activity`, { json: request, headers })).status, 200);
		assert.equal((await ask(`${LEADS}/${id}/inquiry`, { json: { priceMax: 1 }, headers })).status, 200);
		assert.equal((await ask('/v1.0/notes', { text: `{"leadId":${id},"content":"Hi"}`, headers })).status, 200);
		assert.equal((await ask(`${LEADS}/${id}/activity`, { json: { kind: 'Request' }, headers })).status, 400);
	});

	test('shows in the inbox the 64-bit number that was sent', async () => {
		const headers = { ...HEADERS, 'Content-Type': 'application/json' };
		await ask('/v1.0/notes', { text: '{"leadId":9007199254740993,"content":"Hi"}', headers });
		assert.deepEqual((await inbox())[0]?.body, { leadId: '9007199254740993', content: 'Hi' });
	});

	test('shows a contact’s notes, bare or wrapped, and 404 for one merged away', async () => {
		const id = await add();
		const absorbed = await add({ ...LEAD, content: 'And another thing.' });
		const { json } = await get(`/v1.0/notes?leadId=${id}`);
		assert.deepEqual(
			json.map(({ content }: { content: string }) => content),
			['And another thing.', 'I would like to visit.'],
		);
		await behave({ notesShape: 'wrapped' });
		assert.equal((await get(`/v1.0/notes?leadId=${id}`)).json.notes.length, 2);
		assert.equal((await get(`/v1.0/notes?leadId=${absorbed}`)).status, 404);
		assert.equal((await get('/v1.0/notes')).status, 400);
	});

	test('has no notes below a lead', async () => {
		const id = await add();
		assert.equal((await ask(`${LEADS}/${id}/notes`, { json: { content: 'x' }, headers: HEADERS })).status, 404);
	});

	test('says whose key it is', async () => {
		assert.equal((await get('/v1.0/me')).json.id, LOFTY_USER_ID);
	});

	test('shows its rate limit on every answer', async () => {
		const limit = async () => Number((await get('/v1.0/me')).headers.get('x-ratelimit-remaining'));
		const before = await limit();
		assert.equal(await limit(), before - 1);
	});

	test('says when its rate limit ends, in either unit', async () => {
		await behave({ mode: '429' });
		const first = await send(LEAD);
		assert.deepEqual([first.status, first.json], [429, { message: 'Too Many Requests' }]);
		assert.equal(first.headers.get('x-ratelimit-reset'), '21000');
		await behave({ mode: '429', resetUnit: 'epoch' });
		assert.ok(Number((await send(LEAD)).headers.get('x-ratelimit-reset')) > 1e9);
	});

	test('fails inside a 200, when told so', async () => {
		await behave({ mode: 'failure-in-200' });
		const { status, json } = await send(LEAD);
		assert.equal(status, 200);
		assert.notEqual(json.code, 0);
		assert.deepEqual(await held(), []);
	});
});
