import { fromBase64Url } from '../base64-url.ts';
import type { Receipt } from './receipt.ts';

/**
 * What a sealed receipt says. Does not check the signature: for receipts out of the Worker's own store.
 * @returns undefined where it is no receipt
 */
export function readReceipt(sealed: string): Receipt | undefined {
	try {
		return JSON.parse(new TextDecoder().decode(fromBase64Url(sealed.split('.')[1] ?? ''))) as Receipt;
	} catch {
		return undefined;
	}
}
