/**
 * A random UUID (RFC 9562, version 4). `crypto.randomUUID` exists in secure contexts only; a listing page
 * on plain http gets one from `getRandomValues`.
 */
export function randomUuid(): string {
	if (crypto.randomUUID) return crypto.randomUUID();
	return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
		const random = (crypto.getRandomValues(new Uint8Array(1))[0] as number) & 15;
		// The 8 becomes the variant, 8 to b; 0 and 1 become any digit.
		return (digit === '8' ? 8 | (random & 3) : random).toString(16);
	});
}
