import type { Lead } from '../../contract/lead.ts';
import type { Site } from '../site/define-site.ts';
import type { Environment } from '../site/secret.ts';
import { findReceiptKey } from './receipt-key.ts';

/**
 * Where the visitor gets the receipt of a lead, as a path of the Worker's origin; undefined where leads get none: without
 * `RECEIPT_KEY`, and where no consent was answered. Says the same for a repeat.
 */
export async function toReceiptPath(
	env: Environment,
	site: Site,
	{ id, consent }: Pick<Lead, 'id' | 'consent'>,
): Promise<string | undefined> {
	if (!consent?.length || typeof (await findReceiptKey(env)) === 'string') return undefined;
	return `/v1/sites/${site.id}/leads/${id}/receipt`;
}
