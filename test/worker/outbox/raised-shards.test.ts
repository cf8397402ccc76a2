/** A site whose one outbox has become four, on bare `workerd serve`, with `kill -9` before and after. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { LeadInput } from '../../../contract/lead.ts';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { SHARD_NUMBERS, toShard } from '../../../worker/site/shards.ts';
import { numberedLead } from '../../support/numbered-lead.ts';
import { until } from '../../support/until.ts';
import { createWorkerd, type Workerd } from '../../support/workerd.ts';

const RAISED = { count: 4, before: 1 };
const PATIENCE_MS = 120_000;

const early = Array.from({ length: 40 }, (_, i) => numberedLead('early', i));
const late = Array.from({ length: 40 }, (_, i) => numberedLead('late', i));

let portal: Portal;
let workerd: Workerd;

before(async () => {
	portal = await createPortal({ port: 0 });
	workerd = await createWorkerd(portal.vendorsUrl, {
		folder: fileURLToPath(new URL('../', import.meta.url)),
		main: 'raised.ts',
	});
});
after(async () => {
	await workerd.remove();
	await portal.close();
});

async function post(lead: LeadInput): Promise<{ status: number; id?: string }> {
	const response = await fetch(`${workerd.url}/v1/sites/gran/leads`, {
		method: 'POST',
		headers: { origin: 'https://www.sol.example', 'content-type': 'text/plain' },
		body: JSON.stringify(lead),
	});
	return { status: response.status, ...((await response.json()) as { id?: string }) };
}
async function postAll(leads: readonly LeadInput[]): Promise<void> {
	for (const lead of leads) assert.deepEqual([(await post(lead)).status, lead.id], [202, lead.id]);
}
const read = (path: string) =>
	fetch(`${workerd.url}/v1/sites/gran/leads/${path}`, { headers: { origin: 'https://www.sol.example' } });
const sends = () =>
	portal.inbox
		.list('easybroker')
		.filter(({ method, status }) => method === 'POST' && status === 200)
		.map(({ body }) => body as { message: string; remote_id: number });
const timesAtVendor = ({ id }: LeadInput) => sends().filter(({ message }) => message.includes(id)).length;
const behave = (behaviour: object) =>
	fetch(`${portal.vendorsUrl}/easybroker/_behave`, { method: 'POST', body: JSON.stringify(behaviour) });

test('raising one outbox to four neither doubles nor loses a lead, though the runtime is killed in between', async () => {
	await workerd.start({ SHARDS: 'null' });
	await postAll(early);
	await workerd.kill();

	await workerd.start({ SHARDS: JSON.stringify(RAISED) });
	// Whoever was not answered sends again, to a Worker that would keep most of these elsewhere now.
	await postAll(early);
	const moved = early.filter(({ id }) => toShard(id, RAISED.count) !== 0);
	assert.ok(moved.length > 20);
	for (const { id } of moved) {
		assert.equal((await read(id)).status, 200);
		assert.equal((await read(`${id}/receipt`)).status, 200);
	}
	assert.equal((await post({ ...(moved[0] as LeadInput), message: 'Otra cosa.' })).status, 422);

	// These are acknowledged and not delivered when the process dies.
	await behave({ mode: '429', retryAfter: 1 });
	await postAll(late);
	await workerd.kill();
	await behave({ mode: 'ok' });
	await workerd.start({ SHARDS: JSON.stringify(RAISED) });
	await postAll(late);

	const rows = () => workerd.rows<{ lead_id: string; number: number }>('select lead_id, number from deliveries');
	await until(
		'all of them at the vendor',
		() => new Set(sends().map(({ remote_id }) => remote_id)).size === 80,
		PATIENCE_MS,
	);
	await workerd.kill();
	for (const lead of [...early, ...late]) assert.equal(timesAtVendor(lead), 1);
	assert.deepEqual(
		rows()
			.map(({ lead_id }) => lead_id)
			.sort(),
		[...early, ...late].map(({ id }) => id).sort(),
	);
	for (const { lead_id, number } of rows()) {
		const shard = early.some(({ id }) => id === lead_id) ? 0 : toShard(lead_id, RAISED.count);
		assert.equal(Math.floor(number / SHARD_NUMBERS), shard);
	}
});
