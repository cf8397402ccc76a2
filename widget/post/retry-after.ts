/**
 * Longest wait that is taken from an answer, in milliseconds. No brake of ours asks for more than minutes; a proxy's day,
 * or a slip, must not hold a lead until it is erased.
 */
export const RETRY_AFTER_MAX_MS = 30 * 60 * 1000;

/**
 * Reads `Retry-After` (RFC 9110 §10.2.3): seconds, or a date.
 * @param header nothing where the answer has none, or does not let the page see it
 * @param now epoch milliseconds
 * @returns how long to wait, in milliseconds, 0 to `RETRY_AFTER_MAX_MS`; 0 where nothing sensible is said
 */
export function readRetryAfter(header: string | null, now: number): number {
	const wait = /^\d+$/.test(header ?? '') ? Number(header) * 1000 : Date.parse(header ?? '') - now;
	return wait > 0 ? Math.min(wait, RETRY_AFTER_MAX_MS) : 0;
}

/**
 * How long a lead may still not be sent again by itself, in milliseconds. A clock that was set back since holds it no
 * longer than the longest wait.
 * @param notBefore epoch milliseconds
 */
export function remainingWait({ notBefore = 0 }: { notBefore?: number }, now: number): number {
	const wait = notBefore - now;
	return wait > 0 && wait <= RETRY_AFTER_MAX_MS ? wait : 0;
}
