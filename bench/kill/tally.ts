import type { Workerd } from '../../test/support/workerd.ts';
import { LEAD_ID, type Vendors } from '../support/vendors.ts';

/** What became of one site's acknowledged leads. */
export interface Tally {
	vendor: string;
	acknowledged: number;
	/** Of them, how many the vendor holds. */
	arrived: number;
	/** Neither at the vendor nor kept for a person. */
	lost: number;
	/** Leads the vendor holds in more than one record. */
	doubled: number;
	/** Lofty only: leads whose words stand twice in their one contact. */
	repeatedNotes: number;
	/** Left to a person. */
	parked: number;
	/** Of the parked, how many are at the vendor all the same. */
	parkedThere: number;
	/** Times a lead was sent. */
	sends: number;
	/** Every call: sends, look-ups, polls. */
	calls: number;
}

type Kept = { lead_id: string; site: string; state: string };

/** Compares what was acknowledged with what is on disk and what the vendors hold. The runtime must be dead. */
export function tally(
	sites: readonly string[],
	acknowledged: ReadonlyMap<string, string>,
	workerd: Pick<Workerd, 'rows'>,
	vendors: Pick<Vendors, 'held' | 'calls'>,
): Tally[] {
	const rows = workerd.rows<Kept>(
		`select lead_id, state, (select value from meta where key = 'site') as site from deliveries`,
	);
	return sites.map((vendor) => {
		const ids = [...acknowledged].filter(([, site]) => site === vendor).map(([id]) => id);
		const held = countRecords(vendors.held(vendor));
		const parked = new Set(
			rows.filter((row) => row.site === vendor && row.state === 'parked').map((row) => row.lead_id),
		);
		const calls = vendors.calls.filter((call) => call.vendor === vendor);
		return {
			vendor,
			acknowledged: ids.length,
			arrived: ids.filter((id) => held.records.has(id)).length,
			lost: ids.filter((id) => !held.records.has(id) && !parked.has(id)).length,
			doubled: [...held.records.values()].filter((count) => count > 1).length,
			repeatedNotes: held.repeatedNotes,
			parked: parked.size,
			parkedThere: [...parked].filter((id) => held.records.has(id)).length,
			sends: calls.filter(({ method }) => method === 'POST').length,
			calls: calls.length,
		};
	});
}

/** In how many records each lead's id stands; and how many leads stand more than once in the notes of one. */
function countRecords(records: readonly string[]): { records: Map<string, number>; repeatedNotes: number } {
	const counts = new Map<string, number>();
	let repeatedNotes = 0;
	for (const record of records) {
		const id = LEAD_ID.exec(record)?.[0];
		if (id === undefined) continue;
		counts.set(id, (counts.get(id) ?? 0) + 1);
		const { notes } = JSON.parse(record) as { notes?: unknown };
		if (Array.isArray(notes) && notes.length > 1) repeatedNotes++;
	}
	return { records: counts, repeatedNotes };
}
