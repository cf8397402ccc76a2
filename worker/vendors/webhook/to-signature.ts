import { createHmac } from 'node:crypto';

/** What a secret begins with; it says only what the rest is. */
const PREFIX = 'whsec_';

/**
 * One signature of a call, as the Standard Webhooks specification has it ("Signature scheme", symmetric):
 * HMAC-SHA-256 over `id.timestamp.payload`. Pure.
 * @param secret base64 of 24 to 64 bytes, behind `whsec_`
 * @param id the header `webhook-id`
 * @param timestamp the header `webhook-timestamp`: seconds since 1970, whole
 * @param payload the body, as it is sent
 * @returns `v1,` and the MAC in base64: one of the header `webhook-signature`
 * @throws where the secret is empty, or not base64
 */
export function toSignature(secret: string, id: string, timestamp: number, payload: string): string {
	const key = Uint8Array.from(atob(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret), (char) =>
		char.charCodeAt(0),
	);
	// Anyone could sign with it.
	if (key.length === 0) throw new Error('the secret is empty');
	return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest('base64')}`;
}
