import { DEMO_ENV } from '../../test/support/demo-env.ts';
import type { Workerd } from '../../test/support/workerd.ts';
import type { Vendors } from '../support/vendors.ts';
import { settle } from './settle.ts';

type Parked = { number: number; lead_id: string; site: string };

/** Most rounds: a kill of ours may meet a call that a person has just begun, and parks its lead again. */
const ROUNDS_MAX = 5;

/**
 * Does what a person does with parked leads: looks for each at the vendor, and has it sent again by the operator's API
 * if it is not there, until none is missing. The runtime must be dead, and is dead afterwards.
 * @returns how many times a lead was sent again
 */
export async function decideParked(workerd: Workerd, vendors: Vendors): Promise<number> {
	let replayed = 0;
	for (let round = 0; round < ROUNDS_MAX; round++) {
		const missing = findMissing(workerd, vendors);
		if (missing.length === 0) break;
		await workerd.start();
		for (const { site, number } of missing) await replay(workerd.url, site, number);
		replayed += missing.length;
		await workerd.kill();
		await settle(workerd);
	}
	return replayed;
}

/** The parked leads that their vendor has not got. */
function findMissing(workerd: Workerd, vendors: Vendors): Parked[] {
	const parked = workerd.rows<Parked>(
		`select number, lead_id, (select value from meta where key = 'site') as site from deliveries where state = 'parked'`,
	);
	return parked.filter(({ site, lead_id }) => !vendors.held(site).some((record) => record.includes(lead_id)));
}

async function replay(workerUrl: string, site: string, number: number): Promise<void> {
	const response = await fetch(`${workerUrl}/v1/console/leads/${site}/${number}/replay`, {
		method: 'POST',
		headers: { authorization: `Bearer ${DEMO_ENV.CONSOLE_TOKEN}`, 'content-type': 'application/json' },
		body: '{}',
	});
	if (!response.ok) throw new Error(`replay of ${site} ${number}: HTTP ${response.status} ${await response.text()}`);
}
