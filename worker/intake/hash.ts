import { toHex } from '../hex.ts';

/** SHA-256 of a text in UTF-8, in lower-case hex. */
export async function sha256(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return toHex(digest);
}
