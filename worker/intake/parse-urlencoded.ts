/**
 * Parses a form post (`application/x-www-form-urlencoded`, URL Standard §5.1) from its bytes. Browsers write it in the
 * page's own encoding unless the form says `accept-charset="utf-8"`, and don't say which: what is not UTF-8 is read as
 * windows-1252, which the oldest pages of our languages are in, so that `Mu%F1oz` stays Muñoz.
 */
export function parseUrlencoded(bytes: Uint8Array): URLSearchParams {
	const pairs = split(bytes, AMPERSAND).filter((pair) => pair.length > 0);
	const decode = (decoder: TextDecoder) =>
		new URLSearchParams(
			pairs.map((pair) => {
				const at = pair.indexOf(EQUALS_SIGN);
				const [name, value] = at < 0 ? [pair, new Uint8Array()] : [pair.subarray(0, at), pair.subarray(at + 1)];
				return [decoder.decode(toRaw(name)), decoder.decode(toRaw(value))];
			}),
		);
	try {
		return decode(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }));
	} catch {
		return decode(new TextDecoder('windows-1252'));
	}
}

const AMPERSAND = 0x26;
const EQUALS_SIGN = 0x3d;
const PLUS_SIGN = 0x2b;
const PERCENT_SIGN = 0x25;
const SPACE = 0x20;

function split(bytes: Uint8Array, at: number): Uint8Array[] {
	const parts: Uint8Array[] = [];
	let start = 0;
	for (let end = bytes.indexOf(at); end >= 0; end = bytes.indexOf(at, start)) {
		parts.push(bytes.subarray(start, end));
		start = end + 1;
	}
	return [...parts, bytes.subarray(start)];
}

/** Undoes the escapes; a percent sign without two hex digits behind it stands for itself. */
function toRaw(escaped: Uint8Array): Uint8Array {
	const raw: number[] = [];
	for (let i = 0; i < escaped.length; i++) {
		const byte = escaped[i] as number;
		const hex = byte === PERCENT_SIGN ? String.fromCharCode(...escaped.subarray(i + 1, i + 3)) : '';
		if (/^[\da-f]{2}$/i.test(hex)) {
			raw.push(Number.parseInt(hex, 16));
			i += 2;
		} else raw.push(byte === PLUS_SIGN ? SPACE : byte);
	}
	return Uint8Array.from(raw);
}
