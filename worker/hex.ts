const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes in lower-case hex. */
export function toHex(bytes: ArrayBuffer): string {
	let hex = '';
	for (const byte of new Uint8Array(bytes)) hex += HEX[byte];
	return hex;
}
