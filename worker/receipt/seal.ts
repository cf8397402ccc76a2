import { toBase64Url } from '../base64-url.ts';
import { RECEIPT_TYPE, type Receipt } from './receipt.ts';
import type { SigningKey } from './receipt-key.ts';

/** Signs a receipt: compact JWS (RFC 7515 §7.1) with Ed25519 (`EdDSA`, RFC 8037 §3.1). */
export async function seal(receipt: Receipt, { signing, published }: SigningKey): Promise<string> {
	const header = { alg: 'EdDSA', kid: published.kid, typ: RECEIPT_TYPE };
	const signed = `${toBase64Url(JSON.stringify(header))}.${toBase64Url(JSON.stringify(receipt))}`;
	const signature = await crypto.subtle.sign('Ed25519', signing, new TextEncoder().encode(signed));
	return `${signed}.${toBase64Url(signature)}`;
}
