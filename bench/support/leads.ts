import type { LeadInput } from '../../contract/lead.ts';

/** Listings each vendor's sandbox knows, by site. EasyBroker's list of leads is of one listing, so there are more. */
const REFERENCES: Record<string, readonly string[]> = {
	easybroker: ['EB-AB1234', 'EB-XXXX01', 'EB-CD5678', 'EB-EF9012'],
	backlog: ['EB-AB1234'],
	limited: ['EB-AB1234', 'EB-XXXX01', 'EB-CD5678', 'EB-EF9012'],
	apimo: ['VA1234'],
	lofty: ['ELM-1042'],
	webhook: ['ELM-1042'],
	maxwork: ['129991025-5'],
	'maxwork-lead': ['129991025-5'],
	propexo: ['OAK-2B-214'],
};

/** The lead of one visitor: an e-mail address of its own, so that vendors that merge people keep them apart. */
export function toLead(site: string, id: string): LeadInput {
	const references = REFERENCES[site] ?? [];
	const reference = references[Number.parseInt(id.slice(0, 2), 16) % references.length];
	return {
		id,
		name: 'Ana Silva',
		email: `ana.${id}@example.com`,
		phone: '+12015550123',
		message: 'I would like to see it on Saturday.',
		...(reference !== undefined && { listing: { reference } }),
		language: 'en',
	} as LeadInput;
}

/** Posts a lead as a page would. Resolves with the status; 0 when the Worker did not answer. */
export async function postLead(workerUrl: string, site: string, lead: unknown): Promise<number> {
	try {
		const response = await fetch(`${workerUrl}/v1/sites/${site}/leads`, {
			method: 'POST',
			headers: { origin: 'https://bench.example', 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' },
			body: JSON.stringify(lead),
			signal: AbortSignal.timeout(10_000),
		});
		await response.body?.cancel();
		return response.status;
	} catch {
		return 0;
	}
}
