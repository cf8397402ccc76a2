/** Bytes, or a text as UTF-8, in base64url without padding (RFC 4648 §5, RFC 7515 §2). */
export function toBase64Url(data: string | ArrayBuffer | Uint8Array): string {
	const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data);
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The bytes that base64 or base64url stands for, padded or not.
 * @throws where it is neither
 */
export function fromBase64Url(encoded: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
