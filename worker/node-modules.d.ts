/** What the Worker uses of the runtime's Node.js modules; their own types would bring all of Node's globals along. */
declare module 'node:zlib' {
	/** Compresses with brotli, at quality 11 unless told otherwise (RFC 7932). */
	export function brotliCompressSync(data: Uint8Array): Uint8Array;
}
