/** Secrets are changed while leads wait, on the real runtime with its storage on disk: none is lost, none sent twice. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { DEMO_ENV } from '../../support/demo-env.ts';
import { until } from '../../support/until.ts';
import { createWorkerd, type Workerd } from '../../support/workerd.ts';

/** Each vendor's site, a listing it knows, and the secret that is changed. The sandboxes know the demo's only. */
const VENDORS = {
	easybroker: { reference: 'EB-AB1234', secret: 'SOL_EASYBROKER_KEY' },
	maxwork: { reference: '129991025-5', secret: 'MAR_MAXWORK_TOKEN' },
	propexo: { reference: 'OAK-2B-214', secret: 'OAK_PROPEXO_TOKEN' },
	lofty: { reference: 'ELM-1042', secret: 'ELM_LOFTY_KEY' },
	apimo: { reference: 'VA1234', secret: 'LYS_APIMO_TOKEN' },
	webhook: { reference: 'any', secret: 'SOL_WEBHOOK_SECRET' },
} as const;
type VendorName = keyof typeof VENDORS;
const NAMES = Object.keys(VENDORS) as VendorName[];

/** In the form each takes: the webhook's is base64. */
const OTHER_WEBHOOK_SECRET = 'whsec_dGhlIG90aGVyIHNlY3JldCBvZiB0aGUgdGVzdHMsIDI=';
const OTHER: Record<string, string> = Object.fromEntries(
	Object.values(VENDORS).map(({ secret }) => [
		secret,
		secret === 'SOL_WEBHOOK_SECRET' ? OTHER_WEBHOOK_SECRET : 'a-secret-of-another-time',
	]),
);

let portal: Portal;
let workerd: Workerd;

before(async () => {
	portal = await createPortal({ port: 0 });
});
after(() => portal.close());
beforeEach(async () => {
	await fetch(new URL('/inbox.json', portal.url), { method: 'DELETE' });
	workerd = await createWorkerd(portal.vendorsUrl);
});
afterEach(() => workerd.remove());

async function send(vendor: VendorName): Promise<string> {
	const id = randomUUID();
	const response = await fetch(`${workerd.url}/v1/sites/${vendor}/leads`, {
		method: 'POST',
		headers: { origin: 'https://www.sol.example', 'content-type': 'text/plain' },
		body: JSON.stringify({
			id,
			name: 'Ana Silva',
			email: `${id}@example.com`,
			phone: '+1 303 555 0123',
			message: `words of ${id}`,
			listing: { reference: VENDORS[vendor].reference },
		}),
	});
	assert.equal(response.status, 202);
	return id;
}

/** How many leads with these words the vendor holds. */
async function heldBy(vendor: VendorName, id: string): Promise<number> {
	const leads = (await (await fetch(`${portal.vendorsUrl}/${vendor}/_leads`)).json()) as unknown[];
	return leads.filter((lead) => JSON.stringify(lead).includes(`words of ${id}`)).length;
}

const arrived = (vendor: VendorName, id: string) =>
	until(`lead ${id} at ${vendor}`, async () => (await heldBy(vendor, id)) > 0, 60_000);

const ask = (token: string, path: string, body?: object) =>
	fetch(`${workerd.url}/v1/console${path}`, {
		method: body ? 'POST' : 'GET',
		headers: { authorization: `Bearer ${token}` },
		...(body && { body: JSON.stringify(body) }),
	});

test('leads that queue while every vendor refuses its secret all arrive, once each, under the new one', async () => {
	await workerd.start(OTHER);
	const sent: [VendorName, string][] = [];
	for (const vendor of NAMES) {
		for (let i = 0; i < 4; i++) sent.push([vendor, await send(vendor)]);
		await until(`the refusal of ${vendor}`, () => portal.inbox.list(vendor).some(({ status }) => status === 401));
	}
	await until('the end of every call', () => portal.inbox.list().every(({ status }) => status !== null));
	await workerd.kill();
	const rows = workerd.rows<{ state: string; lead: string | null }>('select state, lead from deliveries');
	assert.equal(rows.length, sent.length);
	for (const { state, lead } of rows) assert.ok(['queued', 'confirming'].includes(state) && lead !== null, state);

	await workerd.start(DEMO_ENV);
	// One more lead wakes each outbox; without it the next probe does, within minutes.
	for (const vendor of NAMES) sent.push([vendor, await send(vendor)]);
	for (const [vendor, id] of sent) await arrived(vendor, id);
	await until('the end of every call', () => portal.inbox.list().every(({ status }) => status !== null));
	for (const [vendor, id] of sent) assert.equal(await heldBy(vendor, id), 1, `${vendor} holds it once`);
	for (const [vendor, id] of sent) {
		const taken = portal.inbox
			.list(vendor)
			.filter(({ body, status }) => status !== 401 && JSON.stringify(body).includes(`words of ${id}`));
		assert.equal(taken.length, 1, `${vendor} was sent it once under the secret it knows`);
	}
});

test('while a webhook’s secret changes, a receiver with the old one and then one with the new one take every lead', async () => {
	const old = DEMO_ENV.SOL_WEBHOOK_SECRET as string;
	// The receiver has the old one still: the new signs first, the old beside it.
	await workerd.start({ SOL_WEBHOOK_SECRET: OTHER_WEBHOOK_SECRET, SOL_WEBHOOK_PREVIOUS_SECRET: old });
	await arrived('webhook', await send('webhook'));
	await workerd.kill();
	// The receiver has the new one now, and the old is taken away.
	await workerd.start({ SOL_WEBHOOK_SECRET: old, SOL_WEBHOOK_PREVIOUS_SECRET: '' });
	await arrived('webhook', await send('webhook'));
	assert.deepEqual(
		portal.inbox
			.list('webhook')
			.map(({ status, headers }) => [status, headers['webhook-signature']?.split(' ').length]),
		[
			[200, 2],
			[200, 1],
		],
	);
});

test('a new console token shuts the old one out at once, and finds every lead and the whole audit log', async () => {
	const old = DEMO_ENV.CONSOLE_TOKEN as string;
	const fresh = `${old}-of-another-time`;
	await workerd.start();
	const id = await send('easybroker');
	await arrived('easybroker', id);
	assert.equal((await ask(old, '/leads?site=easybroker&fields=lead')).status, 200);
	await workerd.kill();

	await workerd.start({ CONSOLE_TOKEN: fresh });
	assert.equal((await ask(old, '/leads?site=easybroker')).status, 401);
	const { leads } = (await (await ask(fresh, '/leads?site=easybroker&fields=lead')).json()) as {
		leads: { id: string }[];
	};
	assert.deepEqual(
		leads.map((lead) => lead.id),
		[id],
	);
	const { entries } = (await (await ask(fresh, '/audit?site=easybroker')).json()) as { entries: { who: string }[] };
	assert.equal(new Set(entries.map(({ who }) => who)).size, 2, 'each token has its own name in the log');
});

test('a new erasure key still finds whoever is stored, but not whose lead was erased under the old one', async () => {
	await workerd.start();
	const [erased, whole] = [await send('easybroker'), await send('easybroker')];
	for (const id of [erased, whole]) await arrived('easybroker', id);
	await until('the end of every call', () => portal.inbox.list().every(({ status }) => status !== null));
	await workerd.kill();
	// What retention leaves of a lead after its time.
	workerd.rows(
		`update deliveries set lead = json_object('id', lead_id, 'erased', json('true')) where lead_id = '${erased}'`,
	);
	const forget = async (id: string) => {
		const response = await ask(DEMO_ENV.CONSOLE_TOKEN as string, '/erase', {
			site: 'easybroker',
			email: `${id}@example.com`,
		});
		return ((await response.json()) as { erased: number }).erased;
	};

	await workerd.start({ ERASURE_KEY: 'a-key-of-another-time' });
	assert.equal(await forget(whole), 1);
	assert.equal(await forget(erased), 0);
	await workerd.kill();
	await workerd.start({ ERASURE_KEY: DEMO_ENV.ERASURE_KEY as string });
	assert.equal(await forget(erased), 1, 'the old key, put back, finds what is left');
});
