import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_ENV } from '../../test/support/demo-env.ts';
import type { Workerd } from '../../test/support/workerd.ts';

/** How long a round waits for what is due, in milliseconds, before what waits for its next try has it at once. */
const ROUND_MS = 15_000;

/** Rounds before a run is given up. What fails in none of them needs two at most; a slow machine may need more. */
const ROUNDS_MAX = 20;

type Overview = { sites: { counts?: Record<string, number> }[] };

/**
 * Waits until every stored lead is delivered or parked. Nobody waits half an hour for the next try of a lead that
 * failed four times: the rows are made due between two runs of the runtime. It must be dead, and is dead afterwards.
 */
export async function settle(workerd: Workerd): Promise<void> {
	for (let round = 0; round < ROUNDS_MAX; round++) {
		workerd.rows(`update deliveries set due_at = 0 where state in ('queued', 'confirming')`);
		await workerd.start();
		const end = Date.now() + ROUND_MS;
		let before = Number.POSITIVE_INFINITY;
		let waiting = await countWaiting(workerd.url);
		// As long as it goes on, it has time; the time is for what no longer moves.
		while (waiting !== 0 && (Date.now() < end || (waiting ?? 0) < before - 10)) {
			before = Date.now() < end ? before : (waiting ?? before);
			await sleep(500);
			waiting = await countWaiting(workerd.url);
		}
		await workerd.kill();
		if (waiting === 0) return;
		console.error(`settling: ${waiting ?? 'some'} wait for their next try, which is brought forward`);
	}
	throw new Error('not everything settled in time');
}

/** How many deliveries wait, at all sites; undefined when the Worker did not say. */
async function countWaiting(workerUrl: string): Promise<number | undefined> {
	const response = await fetch(`${workerUrl}/v1/console/sites`, {
		headers: { authorization: `Bearer ${DEMO_ENV.CONSOLE_TOKEN}` },
	}).catch(() => undefined);
	if (!response?.ok) return undefined;
	const { sites } = (await response.json()) as Overview;
	if (sites.some(({ counts }) => counts === undefined)) return undefined;
	return sites.reduce((sum, { counts }) => sum + (counts?.queued ?? 0) + (counts?.confirming ?? 0), 0);
}
