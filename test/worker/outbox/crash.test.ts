import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { validLead } from '../../support/lead.ts';
import { until } from '../../support/until.ts';
import { createWorkerd, type Workerd } from '../../support/workerd.ts';

/** How often each crash is repeated; the promise is "20 times in a row". */
const ROUNDS = 20;

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

/** Posts a lead and calls back at the first byte of the answer, before the body has come. */
function post(lead: unknown, onAnswer: (status: number) => void): Promise<void> {
	return new Promise((resolve) => {
		const url = new URL('/v1/sites/sol/leads', workerd.url);
		const headers = { origin: 'https://www.sol.example', 'content-type': 'text/plain' };
		const sending = request(url, { method: 'POST', agent: false, headers }, (response) => {
			onAnswer(response.statusCode ?? 0);
			response.resume().on('close', resolve);
		});
		sending.on('error', () => resolve());
		sending.end(JSON.stringify(lead));
	});
}

const behave = (behaviour: object) =>
	fetch(`${portal.vendorsUrl}/easybroker/_behave`, { method: 'POST', body: JSON.stringify(behaviour) });

/** The leads EasyBroker's own list holds whose message names this id. */
async function atVendor(id: string): Promise<number> {
	const response = await fetch(`${portal.vendorsUrl}/easybroker/integration_partners/contact_requests?limit=50`, {
		headers: { 'x-authorization': 'demo-easybroker-key', 'country-code': 'MX' },
	});
	const { content } = (await response.json()) as { content: { message: string }[] };
	return content.filter(({ message }) => message.includes(id)).length;
}

test(`a lead acknowledged right before kill -9 is delivered once after a restart, ${ROUNDS} times in a row`, async () => {
	for (let round = 0; round < ROUNDS; round++) {
		await fetch(new URL('/inbox.json', portal.url), { method: 'DELETE' });
		await workerd.start();
		const lead = validLead();
		let death: Promise<void> | undefined;
		let status = 0;
		await post(lead, (answered) => {
			status = answered;
			death = workerd.kill();
		});
		await death;
		assert.equal(status, 202);
		const rows = workerd.rows<{ lead_id: string }>('select lead_id from deliveries');
		assert.ok(
			rows.some((row) => row.lead_id === lead.id),
			'what was acknowledged is on disk',
		);

		// Nothing is asked of the restarted Worker: its alarm alone has to deliver.
		await workerd.start();
		await until('the delivery', async () => (await atVendor(lead.id)) > 0, 20_000);
		await until('the end of every call', () => portal.inbox.list('easybroker').every((entry) => entry.status !== null));
		assert.equal(await atVendor(lead.id), 1, `round ${round + 1}`);
		await workerd.kill();
	}
});

test('a lead whose delivery was under way at kill -9, and had arrived, is found and not sent again', async () => {
	await behave({ mode: 'hang', afterTaking: true, times: 1 });
	await workerd.start();
	const lead = validLead();
	await post(lead, () => {});
	await until('the lead at the vendor', async () => (await atVendor(lead.id)) === 1);
	await workerd.kill();
	const [row] = workerd.rows<{ started_at: number | null; attempts: number }>(
		`select started_at, attempts from deliveries where lead_id = '${lead.id}'`,
	);
	assert.ok(row?.started_at, 'the attempt was written down before the vendor saw it');

	await workerd.start();
	const isDelivered = () => {
		const looks = portal.inbox.list('easybroker').filter(({ method }) => method === 'GET');
		return looks.some((look) => look.query.property_id === 'EB-AB1234' && look.status === 200);
	};
	await until('the look-up', isDelivered, 20_000);
	await workerd.kill();
	const [after] = workerd.rows<{ state: string; attempts: number }>(
		`select state, attempts from deliveries where lead_id = '${lead.id}'`,
	);
	assert.equal(after?.attempts, 1);
	assert.equal(await atVendor(lead.id), 1);
});
