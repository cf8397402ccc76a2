/** What a thank-you waits for, exact: the short form of bench/fsyncs.ts, which counts the syncs themselves. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { countCommits } from '../../support/count-commits.ts';
import { createWorkerd, type Workerd } from '../../support/workerd.ts';

/** Few enough that SQLite does not copy its log back meanwhile. */
const LEADS = 20;

let worker: Workerd;

before(async () => {
	// Nothing is sent anywhere: leads that wait for further answers are stored, and that is all.
	worker = await createWorkerd('http://127.0.0.1:9');
	await worker.start();
	// The first lead makes the outbox.
	assert.equal(await post(toLead()), 202);
});
after(() => worker?.remove());

const toLead = (change: object = {}) => ({
	id: randomUUID(),
	name: 'Ana Silva',
	email: `ana.${randomUUID()}@example.com`,
	phone: '55 1234 5678',
	message: 'Quisiera visitarlo el sábado.',
	listing: { reference: 'EB-AB1234' },
	consent: [{ purpose: 'contact', given: true, wordingId: 'sol-contact-1' }],
	unfinished: true,
	...change,
});

async function post(lead: object): Promise<number> {
	const response = await fetch(`${worker.url}/v1/sites/sol/leads`, {
		method: 'POST',
		headers: { origin: 'https://www.sol.example', 'content-type': 'text/plain' },
		body: JSON.stringify(lead),
	});
	await response.body?.cancel();
	return response.status;
}

async function commitsOf(act: () => Promise<void>): Promise<number> {
	const before = countCommits(worker.outboxes);
	await act();
	return countCommits(worker.outboxes) - before;
}

test('an accepted lead is one commit', async () => {
	const commits = await commitsOf(async () => {
		for (let i = 0; i < LEADS; i++) assert.equal(await post(toLead()), 202);
	});
	assert.equal(commits, LEADS);
});

test('a repeated lead and a refused one are none', async () => {
	const lead = toLead();
	assert.equal(await post(lead), 202);
	const commits = await commitsOf(async () => {
		for (let i = 0; i < LEADS; i++) assert.equal(await post(lead), 202);
		for (let i = 0; i < LEADS; i++) assert.equal(await post(toLead({ phone: '1' })), 422);
	});
	assert.equal(commits, 0);
});
