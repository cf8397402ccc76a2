/**
 * A Bloom filter (B. H. Bloom, 1970): a set that never forgets a member and takes a stranger for one now and then. With 16
 * bits a member and 8 hashes that is about 1 stranger in 1,700. Pure.
 */

const BITS_PER_MEMBER = 16;
const HASHES = 8;

/** Makes the filter of some texts. */
export function makeFilter(members: readonly string[]): Uint8Array {
	const bits = new Uint8Array(Math.ceil((members.length * BITS_PER_MEMBER) / 8));
	for (const member of members) {
		for (const at of positions(member, bits.length * 8)) bits[at >>> 3] = (bits[at >>> 3] ?? 0) | (1 << (at & 7));
	}
	return bits;
}

/** Whether a filter holds a text, or seems to. */
export function holds(bits: Uint8Array, text: string): boolean {
	return positions(text, bits.length * 8).every((at) => ((bits[at >>> 3] ?? 0) >>> (at & 7)) & 1);
}

/** The bits of a text: two hashes, combined (Kirsch and Mitzenmacher, 2006). */
function positions(text: string, length: number): number[] {
	const first = hash(text, 0x811c9dc5);
	const second = hash(text, first ^ 0x9e3779b9) | 1;
	return Array.from({ length: HASHES }, (_, i) => (first + Math.imul(i, second)) >>> 0).map((sum) => sum % length);
}

/** FNV-1a, finished as MurmurHash3 does, so that every letter changes every bit. */
function hash(text: string, seed: number): number {
	let sum = seed;
	for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
	sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
	sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
	return (sum ^ (sum >>> 16)) >>> 0;
}
