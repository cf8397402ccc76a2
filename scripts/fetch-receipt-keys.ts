import { readFileSync } from 'node:fs';
import { type PublicKey, toPublicKey } from '../worker/receipt/public-key.ts';

/**
 * The public keys of receipts, by their thumbprints.
 * @param from a file with a JWK Set, the address of one, or a Worker's origin
 * @throws with what to do where there is no key to be had
 */
export async function fetchReceiptKeys(from: string): Promise<PublicKey[]> {
	const set = JSON.parse(/^https?:\/\//.test(from) ? await fetchText(from) : readFileSync(from, 'utf8')) as {
		keys?: unknown[];
	};
	const keys = await Promise.all((set.keys ?? []).map(toPublicKey));
	const usable = keys.filter((key) => key !== undefined);
	if (usable.length === 0)
		throw new Error(`${from} holds no key of receipts; name the Worker's address or a saved copy`);
	return usable;
}

async function fetchText(from: string): Promise<string> {
	const { pathname } = new URL(from);
	const url = pathname === '/' ? new URL('/.well-known/doorstep-receipts.json', from) : from;
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}; name the Worker's address or a saved copy`);
	return response.text();
}
