/**
 * The product with marked secrets and a marked person, at vendors that answer with all they were sent: neither may be
 * found anywhere but where it belongs. docs/secrets.md lists these places.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DEMO_SECRETS } from '../../demo/demo-secrets.ts';
import { createPortal, type Portal } from '../../demo/portal.ts';
import { CANARY_PERSON, findCanaries, PERSONAL, toCanarySecrets } from '../support/canaries.ts';
import { type CanaryVendors, startCanaryVendors } from '../support/canary-vendors.ts';
import { DEMO_ENV } from '../support/demo-env.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { until } from '../support/until.ts';
import { PAGE_ORIGIN, startTestWorker, type TestWorker } from '../support/worker.ts';

/** The vendors' sites, and a listing each knows. */
const REFERENCES: Record<string, string> = {
	easybroker: 'EB-AB1234',
	maxwork: '129991025-5',
	propexo: 'OAK-2B-214',
	lofty: 'ELM-1042',
	apimo: 'VA1234',
	webhook: 'any',
};
const SITES = Object.keys(REFERENCES);
/** How vendors fail, echoing everything: success with nonsense, a redirect, refusals, failures. */
const STATUSES = [200, 302, 422, 401, 429, 500];

/** Where a person's data belongs: the lead, and its keyed hashes, which hold none of it. */
const PERSONAL_COLUMNS = new Set(['deliveries.lead']);

/** The vendors' secrets and the operator's are marked; what else the demo starts with is looked for as it is. */
const MARKED = [...Object.keys(DEMO_SECRETS), 'CONSOLE_TOKEN', 'ERASURE_KEY'];
const SECRETS = toCanarySecrets(MARKED);
const OTHERS = Object.entries(DEMO_ENV)
	.filter(([name, value]) => !MARKED.includes(name) && /SECRET|KEY|TOKEN/.test(name) && value.length >= 12)
	.map(([, value]) => value);
const ALERT_KEY = 'canary-alert-key-0123456789abcdef';
const SECRET_VALUES = [...Object.values(SECRETS), ...OTHERS, ALERT_KEY];

let portal: Portal;
let vendors: CanaryVendors;
let alerts: Receiver;
let worker: TestWorker;
/** What was answered: by what, and all of it. */
const answers: { what: string; text: string; personal: boolean }[] = [];

before(async () => {
	portal = await createPortal({ port: 0 });
	vendors = await startCanaryVendors(portal.vendorsUrl, SECRETS);
	alerts = await startReceiver();
	worker = await startTestWorker(vendors.url, { ...SECRETS, ALERT_WEBHOOK_URL: `${alerts.url}?key=${ALERT_KEY}` });
	await runEverything();
});
after(async () => {
	await worker?.close();
	await alerts?.close();
	vendors?.close();
	await portal?.close();
});

/** Keeps an answer, its headers included. @param personal whether the person's data may stand in it */
async function keep(what: string, call: Promise<Response>, personal = false): Promise<Response> {
	const response = await call;
	const text = `${response.status} ${JSON.stringify([...response.headers])} ${await response.clone().text()}`;
	answers.push({ what, text, personal });
	return response;
}

/** A lead of the person, in words of its own: the same words again would be the same lead. */
function toLead(site: string, change: object = {}) {
	const id = randomUUID();
	const message = `${CANARY_PERSON.message}, ${id}`;
	return { id, ...CANARY_PERSON, message, listing: { reference: REFERENCES[site] }, ...change };
}
const send = (site: string, change: object = {}) =>
	keep(`the lead door of ${site}`, worker.post(toLead(site, change), { site }));

const ask = (path: string, init: RequestInit = {}) =>
	worker.fetch(`/v1/console${path}`, {
		...init,
		headers: { authorization: `Bearer ${SECRETS.CONSOLE_TOKEN}`, ...init.headers },
	});

/** Opens a site's gate, so that the next lead is sent at once. */
async function openGate(site: string): Promise<void> {
	await worker.sqlOf(site, 'delete from destinations');
	await worker.evict(site);
}

/** Makes all that waits due, too: look-ups, repeats, polls. */
async function hasten(site: string): Promise<void> {
	await worker.sqlOf(site, "update deliveries set due_at = 0 where state in ('queued', 'confirming')");
	await openGate(site);
}

const untilStill = (site: string) =>
	until(
		`the end of every step at ${site}`,
		async () => (await worker.sqlOf(site, 'select 1 from deliveries where started_at is not null')).length === 0,
		30_000,
	);

/** Sends one more lead to every site, and waits until nothing is under way. */
const onceMore = (prepare: (site: string) => Promise<void>) =>
	Promise.all(
		SITES.map(async (site) => {
			await prepare(site);
			assert.equal((await send(site)).status, 202);
			await untilStill(site);
		}),
	);

async function runEverything(): Promise<void> {
	await onceMore(async () => {});
	for (const status of STATUSES) {
		vendors.mode = status;
		await onceMore(openGate);
	}
	await onceMore(hasten);
	vendors.mode = 'ok';
	await onceMore(hasten);
	await askVisitorsDoors();
	await askConsole();
}

async function askVisitorsDoors(): Promise<void> {
	const site = 'webhook';
	const id = randomUUID();
	await keep('a lead that is not finished', worker.post(toLead(site, { id, unfinished: true }), { site }));
	await keep('an id used twice', worker.post(toLead(site, { id, message: 'canarywords, others' }), { site }));
	for (const body of [{ message: 'canarywords' }, { phone: 'canarywords' }, { finished: true }]) {
		const init = { method: 'POST', headers: { origin: PAGE_ORIGIN }, body: JSON.stringify(body) };
		await keep('the answers door', worker.fetch(`/v1/sites/${site}/leads/${id}/answers`, init));
	}
	await keep('the status', worker.fetch(`/v1/sites/${site}/leads/${id}`));
	for (const change of [
		{ email: 'canarymail' },
		{ phone: 'canarywords' },
		{ language: 'canarywords' },
		{ intent: ['canarywords'] },
	])
		await keep('a refused lead', worker.post(toLead(site, change), { site }));
	await keep('no JSON', worker.post('{"name": Canaryname Canarysurname', { site }));
	await keep('too much', worker.post({ message: 'canarywords'.repeat(4000) }, { site }));
	await keep('another type', worker.post('canarywords', { site, headers: { 'content-type': 'image/png' } }));
	await keep('another page', worker.post(toLead(site), { site, headers: { origin: 'https://foreign.example' } }));
	await keep('no such site', worker.post(toLead(site), { site: 'nowhere' }));
	const form = { site, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
	const { name, email, phone, message } = CANARY_PERSON;
	const fields = { name, email, phone, message, 'listing.reference': 'any' };
	await keep('the form door', worker.post(String(new URLSearchParams(fields)), form));
	// The visitor's own answer: the form again, with all that was typed.
	const mistaken = String(new URLSearchParams({ ...fields, email: 'canarymail' }));
	await keep('the form again', worker.post(mistaken, form), true);
	for (const path of [
		'/webhook',
		'/webhook/embed',
		'/webhook/thanks',
		'/webhook.js',
		'/sol.js',
		'/nowhere',
		'/openapi.json',
	])
		await keep(path, worker.fetch(path));
	for (const path of [
		'/v1/health',
		'/v1/sites/webhook/form',
		'/v1/sites/webhook/leads/none',
		'/v1/nothing',
		'/console',
	])
		await keep(path, worker.fetch(path));
}

async function askConsole(): Promise<void> {
	for (const token of ['', 'wrong-token-0123456789abcdef0123456789'])
		await keep('a wrong token', ask('/sites', { headers: { authorization: `Bearer ${token}` } }));
	await keep('the sites', ask('/sites'));
	for (const site of SITES) {
		await keep('the list', ask(`/leads?site=${site}`));
		await keep('the list with leads', ask(`/leads?site=${site}&fields=lead`), true);
		await keep('one lead', ask(`/leads/${site}/1`), true);
		for (const format of ['csv', 'ndjson'])
			await keep('the export', ask(`/export?site=${site}&format=${format}`), true);
		const post = (path: string, body?: object) =>
			keep(path, ask(path, { method: 'POST', ...(body && { body: JSON.stringify(body) }) }));
		await post(`/leads/${site}/1/replay`);
		await post('/replay', { site, since: 0, reason: 'HTTP 4' });
		await post(`/leads/${site}/2/discard`);
		await post('/erase', { site, email: 'someone.else@example.com' });
		await post('/erase', { site, phone: 'canarywords' });
		await post('/replay', { site: 'canarywords' });
		await untilStill(site);
		await keep('the audit log', ask(`/audit?site=${site}`));
		await keep('one lead', ask(`/leads/${site}/3`), true);
	}
	await until('an alert', () => alerts.bodies.length > 0);
}

const leaks = (where: string, text: string, values: readonly string[]) =>
	findCanaries(text, values).map((value) => `${where}: ${value}`);

test('the search finds what it looks for: the vendors were sent every secret and all of the person', async () => {
	const sent = vendors.seen.join('\n');
	// The webhook's secret signs and is not sent.
	const keys = Object.keys(DEMO_SECRETS).filter((name) => name !== 'SOL_WEBHOOK_SECRET');
	const missing = keys.filter((name) => findCanaries(sent, [SECRETS[name] as string]).length === 0);
	assert.deepEqual(missing, []);
	assert.deepEqual(findCanaries(sent, PERSONAL).sort(), [...PERSONAL].sort());
	assert.deepEqual(
		findCanaries(JSON.stringify(await worker.sqlOf('lofty', 'select lead from deliveries')), ['canarybird']),
		['canarybird'],
	);
	for (const offset of ['', 'a', 'ab', 'abc'])
		assert.deepEqual(findCanaries(`Basic ${btoa(`${offset}Canaryname:x`)}`, ['Canaryname']), ['Canaryname'], offset);
});

test('there is much to look at: every state, every failure, every answer', async () => {
	const rows = await Promise.all(
		SITES.map((site) =>
			worker.sqlOf<{ reason: string | null; state: string }>(site, 'select state, reason from deliveries'),
		),
	);
	const states = new Set(rows.flat().map(({ state }) => state));
	for (const state of ['delivered', 'parked', 'discarded']) assert.ok(states.has(state), state);
	const history = await Promise.all(SITES.map((site) => worker.sqlOf(site, 'select distinct reason from attempts')));
	assert.ok(history.flat().length > 15, String(history.flat().length));
	const statuses = new Set(answers.map(({ text }) => text.slice(0, 3)));
	for (const status of ['200', '202', '303', '400', '401', '403', '404', '409', '413', '415', '422'])
		assert.ok(statuses.has(status), status);
});

test('no answer holds a secret, and none holds personal data but the person’s own and the operator’s', () => {
	const found = answers.flatMap(({ what, text, personal }) =>
		leaks(what, text, personal ? SECRET_VALUES : [...SECRET_VALUES, ...PERSONAL]),
	);
	assert.deepEqual(found, []);
});

test('no line of the log holds a secret, personal data, or the query of an address', () => {
	assert.ok(worker.logs().includes('"step'));
	assert.deepEqual(leaks('the log', worker.logs(), [...SECRET_VALUES, ...PERSONAL]), []);
	assert.doesNotMatch(worker.logs(), /[?&]token=|[?&]key=/);
});

test('no alert holds a secret or personal data', () => {
	assert.deepEqual(leaks('an alert', JSON.stringify(alerts.bodies), [...SECRET_VALUES, ...PERSONAL]), []);
});

test('no row holds a secret, and none but the lead holds personal data', async () => {
	const found: string[] = [];
	for (const site of SITES) {
		const tables = await worker.sqlOf<{ name: string }>(
			site,
			"select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%'",
		);
		for (const { name } of tables) {
			for (const row of await worker.sqlOf(site, `select * from "${name}"`)) {
				for (const [column, value] of Object.entries(row)) {
					const where = `${name}.${column}`;
					const values = PERSONAL_COLUMNS.has(where) ? SECRET_VALUES : [...SECRET_VALUES, ...PERSONAL];
					found.push(...leaks(`${site}: ${where}`, String(value), values));
				}
			}
		}
	}
	assert.deepEqual([...new Set(found)], []);
});

test('no built file holds a secret of the demo, nor the name of one', () => {
	const dist = fileURLToPath(new URL('../../dist', import.meta.url));
	const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	assert.ok(files.length > 10);
	const values = [...MARKED, ...MARKED.map((name) => DEMO_ENV[name] as string), ...OTHERS].filter(
		(value) => value.length > 4,
	);
	const found = files
		.filter(({ name }) => name !== 'openapi.json')
		.flatMap(({ name, parentPath }) => leaks(name, readFileSync(join(parentPath, name), 'utf8'), values));
	// The console's sign-in says by its name which secret is asked for.
	assert.deepEqual(found, ['console.js: CONSOLE_TOKEN']);
});
