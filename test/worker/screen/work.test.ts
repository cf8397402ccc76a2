import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import { createPortal, type Portal } from '../../../demo/portal.ts';
import { validLead } from '../../support/lead.ts';
import { PAGE_ORIGIN, startTestWorker, type TestWorker } from '../../support/worker.ts';

let portal: Portal;
let worker: TestWorker;

before(async () => {
	portal = await createPortal({ port: 0 });
	worker = await startTestWorker(portal.vendorsUrl, { GUARD_KEY: 'a key of the tests' });
});
after(async () => {
	await worker.close();
	await portal.close();
});

interface Asked {
	stamp: string;
	work: Challenge;
}
const ask = async (): Promise<Asked> => {
	const response = await worker.fetch('/v1/sites/trabajo/challenge', { headers: { origin: PAGE_ORIGIN } });
	return (await response.json()) as Asked;
};
const encode = (challenge: unknown, solution: unknown) => btoa(JSON.stringify({ challenge, solution }));
async function solve({ stamp, work }: Asked) {
	const solution = await solveChallenge({ challenge: work, deriveKey });
	assert.ok(solution);
	return { stamp, solution: encode(work, solution) };
}

/** Posts a lead with a proof. @returns what it is held for */
async function screen(proof: object | undefined, change: object = {}): Promise<string | null> {
	const lead = validLead({ proof, ...change });
	assert.equal((await worker.post(lead, { site: 'trabajo' })).status, 202);
	const [row] = await worker.sqlOf<{ heldFor: string | null }>(
		'trabajo',
		`select iif(state = 'held', reason, null) as heldFor from deliveries where lead_id = ?`,
		lead.id,
	);
	assert.ok(row);
	return row.heldFor;
}

test('a solved challenge lets a lead through, once', async () => {
	const proof = await solve(await ask());
	assert.equal(await screen(proof), null);
	assert.match((await screen(proof)) ?? '', /^proof_spent/);
});

test('a challenge stays spent when the outbox is dropped from memory, and is forgotten once it has expired', async () => {
	const proof = await solve(await ask());
	assert.equal(await screen(proof), null);
	const spent = 'select id from spent_proofs';
	const before = await worker.sqlOf('trabajo', spent);
	assert.match((await screen(proof)) ?? '', /^proof_spent/);
	await worker.sqlOf('trabajo', 'update spent_proofs set expires_at = 1');
	assert.equal(await screen(await solve(await ask())), null);
	assert.deepEqual([before.length > 0, (await worker.sqlOf('trabajo', spent)).length], [true, 1]);
});

test('an honest repeat of a stored lead passes with the proof it came with', async () => {
	const proof = await solve(await ask());
	const id = crypto.randomUUID();
	const lead = { id, message: 'Otra vez lo mismo' };
	assert.deepEqual([await screen(proof, lead), await screen(proof, lead)], [null, null]);
});

test('a lead without a proof, or with one that is wrong anywhere, is held', async () => {
	const { stamp, work } = await ask();
	const solution = await solveChallenge({ challenge: work, deriveKey });
	assert.ok(solution);
	const easier = { ...work, parameters: { ...work.parameters, keyPrefix: '' } };
	const later = { ...work, parameters: { ...work.parameters, expiresAt: 9_999_999_999 } };
	const other = { ...work, parameters: { ...work.parameters, data: { site: 'sol' } } };
	assert.match((await screen({ stamp })) ?? '', /^proof_missing/);
	for (const forged of [
		encode(work, { ...solution, counter: solution.counter + 1 }),
		encode(easier, solution),
		encode(later, solution),
		encode(other, solution),
		encode({ parameters: work.parameters }, solution),
		encode(null, null),
		'not base64 of anything!',
	]) {
		assert.match((await screen({ stamp, solution: forged })) ?? '', /^proof_forged/, forged.slice(0, 40));
	}
	const { stamp: another } = await ask();
	assert.equal(await screen({ stamp: another, solution: encode(work, solution) }), null, 'the same one, right');
});
