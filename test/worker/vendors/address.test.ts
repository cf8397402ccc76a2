/** Where leads may go, on the real runtime: never to an address that is not meant for them, and never nowhere. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { validLead } from '../../support/lead.ts';
import { type Receiver, startReceiver } from '../../support/receiver.ts';
import { until } from '../../support/until.ts';
import { createWorkerd, type Workerd } from '../../support/workerd.ts';

/** Not the demo's: outside the demo that opens nothing. */
const CONSOLE_TOKEN = 'token-of-the-address-test-0123456789';

let portal: Portal;
let workerd: Workerd;
let alerts: Receiver;

before(async () => {
	portal = await createPortal({ port: 0 });
	alerts = await startReceiver();
});
after(async () => {
	await alerts.close();
	await portal.close();
});
beforeEach(async () => {
	await fetch(new URL('/inbox.json', portal.url), { method: 'DELETE' });
	alerts.bodies.length = 0;
	workerd = await createWorkerd(portal.vendorsUrl);
});
afterEach(() => workerd.remove());

const start = (env: Record<string, string> = {}) => workerd.start({ CONSOLE_TOKEN, ...env });

async function send(): Promise<string> {
	const lead = validLead();
	const response = await fetch(`${workerd.url}/v1/sites/sol/leads`, {
		method: 'POST',
		headers: { origin: 'https://www.sol.example', 'content-type': 'text/plain' },
		body: JSON.stringify(lead),
	});
	assert.equal(response.status, 202);
	return lead.id;
}

type Row = { state: string; reason: string | null };
const rowOf = (id: string) => workerd.rows<Row>(`select state, reason from deliveries where lead_id = '${id}'`)[0];

/** Waits until a lead's first step is over, as its page may see it, then ends the runtime and reads its row. */
async function rowAfterStep(id: string): Promise<Row | undefined> {
	const reason = async () => {
		const token = { authorization: `Bearer ${CONSOLE_TOKEN}` };
		const response = await fetch(`${workerd.url}/v1/console/leads?site=sol&id=${id}`, { headers: token });
		return ((await response.json()) as { leads: Row[] }).leads[0]?.reason;
	};
	await until('the first step', reason);
	await workerd.kill();
	return rowOf(id);
}

test('a Worker that was not told to be a demo sends nothing to this machine, keeps the lead and says why', async () => {
	await start({ ALLOW_INSECURE_VENDORS: '', ALERT_WEBHOOK_URL: alerts.url });
	const health = await fetch(`${workerd.url}/v1/health`);
	assert.equal(health.status, 503);
	const { faults } = (await health.json()) as { faults: string[] };
	assert.ok(
		faults.some((fault) =>
			/^site sol, easybroker: the variable VENDORS_URL is no address to send leads to: write an address that starts with https:/.test(
				fault,
			),
		),
		faults.join('\n'),
	);
	assert.ok(faults.some((fault) => fault.startsWith('ALERT_WEBHOOK_URL: write an address that starts with https:')));

	const id = await send();
	const row = await rowAfterStep(id);
	assert.equal(row?.state, 'queued');
	assert.match(row?.reason ?? '', /^the variable VENDORS_URL is no address to send leads to/);
	assert.ok(!row?.reason?.includes('localhost'), 'the address itself may hold a secret');
	assert.deepEqual([portal.inbox.list().length, alerts.bodies.length], [0, 0]);

	await start({ ALLOW_INSECURE_VENDORS: 'demo' });
	await send();
	const arrived = () => portal.inbox.list('easybroker').some(({ body }) => JSON.stringify(body).includes(id));
	await until('the lead', arrived);
	const repaired = await fetch(`${workerd.url}/v1/health`);
	assert.equal(repaired.status, 200);
});

test('the demo’s Worker writes to this machine, and to no other without https', async () => {
	await start({ VENDORS_URL: 'http://10.255.255.1/vendors' });
	const row = await rowAfterStep(await send());
	assert.equal(row?.state, 'queued');
	assert.match(row?.reason ?? '', /^the variable VENDORS_URL is no address to send leads to/);
});

test('a redirect is not followed: the lead stays, and where it pointed to nothing arrives', async () => {
	const elsewhere: string[] = [];
	let status = 0;
	const server = createServer((request, response) => {
		if (!request.url?.startsWith('/vendors/')) elsewhere.push(request.url ?? '');
		response.writeHead(status, { location: '/elsewhere?token=stolen' }).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		for (status of [301, 302, 303, 307, 308]) {
			await start({ VENDORS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/vendors` });
			const row = await rowAfterStep(await send());
			assert.deepEqual(
				[row?.state, row?.reason],
				['queued', `HTTP ${status}: redirects are not followed; check baseUrl`],
			);
			// The next status meets an outbox that has no trouble yet.
			for (const table of ['deliveries', 'destinations']) workerd.rows(`delete from ${table}`);
		}
		assert.deepEqual(elsewhere, []);
	} finally {
		server.close();
		server.closeAllConnections();
	}
});
