import { createHash } from 'node:crypto';
import type { LeadInput } from '../../contract/lead.ts';
import { validLead } from './lead.ts';

/**
 * A lead whose id follows from its number, a version 4 UUID, so that it belongs to the same shard at each run.
 * @param series tells tests apart that share a site
 */
export function numberedLead(series: string, i: number, change: Record<string, unknown> = {}): LeadInput {
	const hex = createHash('sha256').update(`${series} ${i}`).digest('hex');
	const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
	const consent = [{ purpose: 'contact', given: true, wordingId: 'gran-1' }];
	return validLead({ id, email: `${series}-${i}@example.com`, consent, ...change });
}
