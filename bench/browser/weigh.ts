import { brotliCompressSync, constants } from 'node:zlib';

/** Packs bytes as a careful CDN does: brotli, quality 11. */
export function toBrotli(bytes: Uint8Array): Buffer {
	return brotliCompressSync(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
		},
	});
}
