import { DEMO_ENV } from '../../test/support/demo-env.ts';
import type { Workerd } from '../../test/support/workerd.ts';
import type { Vendors } from '../support/vendors.ts';
import { settle } from './settle.ts';

type Parked = { number: number; lead_id: string; site: string };

/**
 * Does what a person does with parked leads: looks for each at the vendor, and has it sent again by the operator's API
 * if it is not there. The runtime must be dead, and is dead afterwards.
 * @returns how many were sent again
 */
export async function decideParked(workerd: Workerd, vendors: Vendors): Promise<number> {
	const parked = workerd.rows<Parked>(
		`select number, lead_id, (select value from meta where key = 'site') as site from deliveries where state = 'parked'`,
	);
	const missing = parked.filter(({ site, lead_id }) => !vendors.held(site).some((record) => record.includes(lead_id)));
	if (missing.length === 0) return 0;
	await workerd.start();
	for (const { site, number } of missing) {
		const response = await fetch(`${workerd.url}/v1/console/leads/${site}/${number}/replay`, {
			method: 'POST',
			headers: { authorization: `Bearer ${DEMO_ENV.CONSOLE_TOKEN}`, 'content-type': 'application/json' },
			body: '{}',
		});
		if (!response.ok) throw new Error(`replay of ${site} ${number}: HTTP ${response.status} ${await response.text()}`);
	}
	await workerd.kill();
	await settle(workerd);
	return missing.length;
}
