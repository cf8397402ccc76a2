import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '../../../contract/problem.ts';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { validLead } from '../../support/lead.ts';
import { until } from '../../support/until.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';

let portal: Portal;
let worker: TestWorker;

before(async () => {
	portal = await createPortal({ port: 0 });
	worker = await startTestWorker(portal.vendorsUrl);
});
after(async () => {
	await worker.close();
	await portal.close();
});

const countRows = async () => (await worker.sql<{ n: number }>('select count(*) as n from deliveries'))[0]?.n;

/** Asserts that a body is refused with a problem and stores nothing. */
async function refuses(
	status: number,
	code: string,
	body: unknown,
	options: Parameters<TestWorker['post']>[1] = {},
): Promise<Problem> {
	const before = await countRows();
	const response = await worker.post(body, options);
	const problem = (await response.json()) as Problem;
	assert.deepEqual([response.status, problem.code, problem.status], [status, code, status]);
	assert.equal(response.headers.get('content-type'), 'application/problem+json');
	assert.ok(problem.detail.length > 20, 'it says what to do');
	assert.equal(await countRows(), before);
	return problem;
}

test('a lead is acknowledged with its id and arrives at the vendor as EasyBroker wants it', async () => {
	const lead = validLead();
	const response = await worker.post(lead, { headers: { 'content-type': 'text/plain;charset=UTF-8' } });
	assert.equal(response.status, 202);
	assert.deepEqual(await response.json(), { id: lead.id, receipt: `/v1/sites/sol/leads/${lead.id}/receipt` });
	assert.equal(response.headers.get('access-control-allow-origin'), 'https://www.sol.example');

	const entry = await until('the lead at the vendor', () => portal.inbox.list('easybroker')[0]);
	const body = entry.body as Record<string, unknown>;
	assert.equal(entry.method, 'POST');
	assert.equal(entry.path, '/integration_partners/contact_requests');
	assert.equal(entry.headers['x-authorization'], 'demo-easybroker-key');
	assert.equal(entry.headers['country-code'], 'MX');
	assert.equal(body.property_id, 'EB-AB1234');
	assert.equal(body.name, 'Ana Silva');
	assert.equal(body.email, 'ana@example.com');
	assert.equal(body.phone, '+525512345678');
	assert.equal(body.source, 'sol.example');
	assert.equal(typeof body.remote_id, 'number');
	assert.match(String(body.message), /^Quisiera visitarlo el sábado\. Soy la visita \d+\.\n\n--- detalles ---\n/);
	assert.ok(String(body.message).includes('Teléfono: 55 1234 5678'), 'the phone as typed');
	assert.ok(String(body.message).includes(lead.id));
	await until(
		'the state',
		async () => (await worker.sql('select state from deliveries where lead_id = ?', lead.id))[0]?.state === 'delivered',
	);
});

test('the same id and body again gets the same answer and no second delivery', async () => {
	const lead = validLead();
	const answers = await Promise.all([worker.post(lead), worker.post(lead), worker.post(lead)]);
	const said = { id: lead.id, receipt: `/v1/sites/sol/leads/${lead.id}/receipt` };
	for (const answer of answers) assert.deepEqual([answer.status, await answer.json()], [202, said]);
	await until(
		'the delivery',
		async () => (await worker.sql('select state from deliveries where lead_id = ?', lead.id))[0]?.state === 'delivered',
	);
	assert.equal((await worker.post(lead)).status, 202);
	const arrived = portal.inbox.list('easybroker').filter((entry) => JSON.stringify(entry.body).includes(lead.id));
	assert.equal(arrived.length, 1);
});

test('the same id with another body is refused and leaves the first as it was', async () => {
	const lead = validLead();
	await worker.post(lead);
	await refuses(422, 'id_reused', { ...lead, message: 'Otra cosa' });
	const [row] = await worker.sql<{ lead: string }>('select lead from deliveries where lead_id = ?', lead.id);
	assert.equal(JSON.parse(row?.lead ?? '').message, lead.message);
});

test('a body that is not JSON is refused', async () => {
	await refuses(400, 'invalid_json', 'name=Ana');
});

test('a body of the wrong type is refused', async () => {
	await refuses(415, 'unsupported_type', '<lead/>', { headers: { 'content-type': 'application/xml' } });
});

test('wrong types and unknown fields are told at their fields', async () => {
	const { issues } = await refuses(422, 'invalid_lead', validLead({ phone: 12, siteId: 'luz' }));
	assert.deepEqual(issues, [
		{ field: 'phone', code: 'wrong_type' },
		{ field: 'siteId', code: 'unknown_field' },
	]);
});

test('a body of 33 kB is refused, also when it does not announce its length', async () => {
	const message = 'x'.repeat(33 * 1024);
	await refuses(413, 'too_large', validLead({ message }));
	const stream = new Blob([JSON.stringify(validLead({ message }))]).stream();
	const init = { method: 'POST', body: stream, duplex: 'half', headers: { origin: 'https://www.sol.example' } };
	const response = await worker.fetch('/v1/sites/sol/leads', init as RequestInit);
	assert.equal(response.status, 413);
});

test('an unknown site is refused', async () => {
	await refuses(404, 'unknown_site', validLead(), { site: 'luna' });
});

test('a page of another origin is refused, null too', async () => {
	await refuses(403, 'foreign_origin', validLead(), { headers: { origin: 'https://evil.example' } });
	await refuses(403, 'foreign_origin', validLead(), { headers: { origin: 'null' } });
});

test('a lead without consent is refused', async () => {
	const { issues } = await refuses(422, 'invalid_lead', validLead({ consent: [] }));
	assert.deepEqual(issues, [{ field: 'consent.contact', code: 'consent_required' }]);
});

test('an impossible phone number is refused, without repeating it', async () => {
	const problem = await refuses(422, 'invalid_lead', validLead({ phone: '1234' }));
	assert.deepEqual(problem.issues, [{ field: 'phone', code: 'impossible_phone' }]);
	assert.ok(!JSON.stringify(problem).includes('1234'));
});

test('an id whose first body was refused may be used for the corrected one', async () => {
	const lead = validLead({ phone: '1' });
	await refuses(422, 'invalid_lead', lead);
	assert.equal((await worker.post({ ...lead, phone: '55 1234 5678' })).status, 202);
});

test('another method is told which one is served', async () => {
	const response = await worker.fetch('/v1/sites/sol/leads', { method: 'DELETE' });
	assert.deepEqual([response.status, response.headers.get('allow')], [405, 'POST']);
});

test('a preflight of the site’s page is answered, and remembered for a day', async () => {
	const headers = { origin: 'https://www.sol.example', 'access-control-request-method': 'POST' };
	const response = await worker.fetch('/v1/sites/sol/leads', { method: 'OPTIONS', headers });
	assert.equal(response.status, 204);
	assert.equal(response.headers.get('access-control-allow-origin'), 'https://www.sol.example');
	assert.equal(response.headers.get('access-control-max-age'), '86400');
	assert.equal(response.headers.get('access-control-allow-credentials'), null);
});

test('a plain form is thanked with a page, and sent twice it is one lead', async () => {
	const body = new URLSearchParams({
		name: 'Eva Ruiz',
		email: 'eva@example.com',
		message: 'Sin script',
		'listing.reference': 'EB-AB1234',
		'consent.contact': 'on',
	}).toString();
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const first = await worker.post(body, { headers });
	assert.equal(first.status, 303);
	assert.equal((await worker.post(body, { headers })).status, 303);
	const page = await worker.fetch(first.headers.get('location') as string);
	assert.equal(page.status, 200);
	assert.match(await page.text(), /<html lang="es".*¡Gracias!/s);
	const rows = await worker.sql<{ lead: string }>("select lead from deliveries where lead like '%Eva Ruiz%'");
	assert.equal(rows.length, 1);
});

test('a plain form with a wrong answer gets a page that says what to mend', async () => {
	const body = new URLSearchParams({ name: 'Eva <b>', email: 'eva@' }).toString();
	const page = await worker.post(body, { headers: { 'content-type': 'application/x-www-form-urlencoded' } });
	assert.equal(page.status, 422);
	assert.match(await page.text(), /id="email-error">Escribe el correo como/);
});

test('neither what a person typed nor a secret is ever logged', async () => {
	const lead = validLead({
		name: 'Canaria Pérez',
		email: 'canary@example.com',
		phone: '55 8765 4321',
		message: 'CANARY-MESSAGE',
	});
	await worker.post(lead);
	await worker.post({ ...lead, phone: '5' });
	await until('the delivery', () =>
		portal.inbox.list('easybroker').find((entry) => JSON.stringify(entry.body).includes(lead.id)),
	);
	const logs = worker.logs();
	assert.ok(logs.includes(lead.id), 'the log speaks of the lead');
	for (const canary of ['Canaria', 'canary@', '8765', 'CANARY', 'demo-easybroker-key'])
		assert.ok(!logs.includes(canary), canary);
});
