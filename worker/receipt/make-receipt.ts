import { log } from '../log.ts';
import type { Site } from '../site/define-site.ts';
import type { Environment } from '../site/secret.ts';
import { type Answered, toReceipt } from './receipt.ts';
import { findReceiptKey } from './receipt-key.ts';
import { seal } from './seal.ts';
import { findWordings } from './wordings.ts';

/**
 * The sealed receipt of a lead's consents. Never costs a lead: whatever goes wrong here is logged, and the lead is
 * stored without one.
 * @param id the lead's id
 * @param receivedAt epoch milliseconds
 * @returns undefined without `RECEIPT_KEY`, and where no consent was answered
 */
export async function makeReceipt(
	env: Environment,
	site: Site,
	id: string,
	answered: Answered,
	receivedAt: number,
): Promise<string | undefined> {
	try {
		const key = await findReceiptKey(env);
		if (typeof key === 'string') return undefined;
		const receipt = toReceipt(id, answered, receivedAt, site, await findWordings(site));
		return receipt && (await seal(receipt, key));
	} catch (error) {
		log('receipt_failed', { site: site.id, id, reason: error instanceof Error ? error.name : 'unknown' }, 'error');
		return undefined;
	}
}
