/** What the Worker uses of the runtime's Node.js modules; their own types would bring all of Node's globals along. */
declare module 'node:zlib' {
	/** Compresses with brotli, at quality 11 unless told otherwise (RFC 7932). */
	export function brotliCompressSync(data: Uint8Array): Uint8Array;
}

declare module 'node:crypto' {
	/** An HMAC under a key (RFC 2104): `update` takes UTF-8 text, `digest` gives what was taken in, and can be called once. */
	export function createHmac(hash: 'sha256', key: Uint8Array): Hmac;
	interface Hmac {
		update(text: string): Hmac;
		digest(encoding: 'base64'): string;
	}
}
