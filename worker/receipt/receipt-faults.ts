import type { Environment } from '../site/secret.ts';
import { findReceiptKey } from './receipt-key.ts';
import { readRetiredKeys } from './retired-keys.ts';

/** Why leads get no receipts, or why old ones can't be verified, each with its remedy. Empty when all is well. */
export async function toReceiptFaults(env: Environment): Promise<string[]> {
	const faults: string[] = [];
	const key = await findReceiptKey(env);
	if (key === 'missing') faults.push('leads get no consent receipt: RECEIPT_KEY is not set; run "npm run receipt-key"');
	if (key === 'invalid') {
		faults.push('leads get no consent receipt: RECEIPT_KEY is no Ed25519 key; make one with "npm run receipt-key"');
	}
	if ((await readRetiredKeys(env)) === 'invalid') {
		faults.push(
			'old consent receipts may not verify: RECEIPT_RETIRED_KEYS holds something else than public keys; write what "npm run receipt-key" prints',
		);
	}
	return faults;
}
