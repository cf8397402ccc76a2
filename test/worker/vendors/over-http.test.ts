import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { until } from '../../support/until.ts';
import { startTestWorker, type TestWorker } from '../../support/worker.ts';

/**
 * Every vendor × every way it may misbehave once, over real HTTP: the Worker in workerd, the sandbox on another origin.
 * Each row says in which state the delivery ends, how often the lead was sent, and how often the vendor holds it.
 */

/** A listing each sandbox knows. */
const REFERENCES = {
	easybroker: 'EB-AB1234',
	maxwork: '129991025-5',
	propexo: 'OAK-2B-214',
	lofty: 'ELM-1042',
	apimo: 'VA1234',
	webhook: 'EB-AB1234',
} as const;
type VendorName = keyof typeof REFERENCES;

const BEHAVIOURS = {
	ok: { mode: 'ok' },
	'500': { mode: '500', times: 1 },
	'429': { mode: '429', retryAfter: 1, times: 1 },
	hang: { mode: 'hang', times: 1 },
	reset: { mode: 'reset', times: 1 },
	html: { mode: 'html', times: 1 },
	'reset after taking': { mode: 'reset', afterTaking: true, times: 1 },
} as const;
type Behaviour = keyof typeof BEHAVIOURS;

/** State in the end, posts of the lead, leads the vendor holds. */
type End = readonly [state: 'delivered' | 'parked', posts: number, held: number];

const once: End = ['delivered', 1, 1];
const again: End = ['delivered', 2, 1];
/** Neither a key nor a look-up: a person looks first. */
const left: End = ['parked', 1, 0];

/** Looked up before it is sent again, so what was taken is not sent twice. */
const LOOKED_UP: Record<Behaviour, End> = {
	ok: once,
	'500': again,
	'429': again,
	hang: again,
	reset: again,
	html: again,
	'reset after taking': once,
};
const ENDS: Record<VendorName, Record<Behaviour, End>> = {
	easybroker: LOOKED_UP,
	lofty: LOOKED_UP,
	apimo: LOOKED_UP,
	// Sent again with the same key: twice sent, once held.
	maxwork: { ...LOOKED_UP, 'reset after taking': again },
	// A receiver that answers 200 says that it has the lead, even where, as here, it has not.
	webhook: { ...LOOKED_UP, html: ['delivered', 1, 0], 'reset after taking': again },
	propexo: {
		...LOOKED_UP,
		'500': left,
		hang: left,
		reset: left,
		html: left,
		'reset after taking': ['parked', 1, 1],
	},
};

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

const behave = (vendor: VendorName, manners: object) =>
	fetch(`${portal.vendorsUrl}/${vendor}/_behave`, { method: 'POST', body: JSON.stringify(manners) });

type Row = { state: string; reason: string | null; started_at: number | null; attempts: number; due_at: number };
const rowOf = async (vendor: VendorName, id: string) =>
	(await worker.sqlOf<Row>(vendor, 'select * from deliveries where lead_id = ?', id))[0];

/** Brings the next step forward, and wakes the outbox by another lead. */
async function hasten(vendor: VendorName, id: string) {
	await worker.sqlOf(vendor, 'update deliveries set due_at = 0 where lead_id = ? and started_at is null', id);
	await worker.post(toLead(vendor, randomUUID()), { site: vendor });
}

/** Waits until no lead is on its way that only woke the outbox: it would take the misbehaviour meant for the next. */
const untilQuiet = (vendor: VendorName) =>
	until(
		`quiet at ${vendor}`,
		async () => {
			const open = "select 1 from deliveries where state = 'queued' or started_at is not null";
			return (await worker.sqlOf(vendor, open)).length === 0;
		},
		30_000,
	);

/** Waits for the end; a step that is due later than soon is brought forward. */
const untilEnd = (vendor: VendorName, id: string) =>
	until(
		`the end at ${vendor}`,
		async () => {
			const row = await rowOf(vendor, id);
			if (row?.state === 'delivered' || row?.state === 'parked') return row;
			const waits = row?.started_at === null && row.attempts > 0 && row.due_at > Date.now() + 1000;
			if (waits) await hasten(vendor, id);
			return undefined;
		},
		30_000,
	);

function toLead(vendor: VendorName, id: string) {
	return {
		id,
		name: 'Ana Silva',
		email: `${id}@example.com`,
		phone: '+1 303 555 0123',
		message: `words of ${id}`,
		wishes: { bedroomsMin: 2, visitDate: '2026-02-03' },
		listing: { reference: REFERENCES[vendor] },
	};
}

suite('every vendor over HTTP', { concurrency: true }, () => {
	for (const vendor of Object.keys(ENDS) as VendorName[]) {
		suite(vendor, { concurrency: false }, () => {
			for (const behaviour of Object.keys(BEHAVIOURS) as Behaviour[]) {
				const [state, posts, held] = ENDS[vendor][behaviour];
				test(`${behaviour}: ${state}, sent ${posts} ×, held ${held} ×`, async () => {
					await untilQuiet(vendor);
					await behave(vendor, BEHAVIOURS[behaviour]);
					const id = randomUUID();
					assert.equal((await worker.post(toLead(vendor, id), { site: vendor })).status, 202);
					const row = await untilEnd(vendor, id);
					assert.equal(row.state, state, row.reason ?? '');

					const sent = portal.inbox
						.list(vendor)
						.filter(({ method, body }) => method === 'POST' && JSON.stringify(body).includes(`words of ${id}`));
					assert.equal(sent.length, posts);
					const leads = (await (await fetch(`${portal.vendorsUrl}/${vendor}/_leads`)).json()) as unknown[];
					const own = leads.filter((lead) => JSON.stringify(lead).includes(`words of ${id}`));
					assert.equal(own.length, held);
				});
			}
		});
	}
});

test('a wished visit follows the lead to Lofty as a showing request and to Propexo as an event', async () => {
	for (const vendor of ['lofty', 'propexo'] as const) {
		await behave(vendor, {});
		const id = randomUUID();
		await worker.post(toLead(vendor, id), { site: vendor });
		await untilEnd(vendor, id);
		const path = vendor === 'lofty' ? /\/activity$/ : /\/events\/leads\/resman\/$/;
		const visit = await until(`the visit at ${vendor}`, () =>
			portal.inbox.list(vendor).findLast((entry) => path.test(entry.path) && entry.status === 200),
		);
		assert.match(JSON.stringify(visit.body), /2026-02-03/);
	}
});

test('no secret is ever logged', () => {
	assert.ok(worker.logs().includes('"step'), 'there are lines to look at');
	for (const secret of [
		'demo-easybroker-key',
		'demo-maxwork-token',
		'demo-propexo-token',
		'demo-lofty-key',
		'whsec_',
	]) {
		assert.ok(!worker.logs().includes(secret), secret);
	}
	for (const word of ['words of', '@example.com', 'Ana Silva']) assert.ok(!worker.logs().includes(word), word);
});
