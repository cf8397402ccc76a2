import type { RateLimit } from '../vendors/vendor.ts';

/**
 * Keeps calls to a vendor under its limit. Pure: the generic cell rate algorithm (ITU-T I.371), whose whole memory
 * is one time: when the next call would be due if all calls were evenly spread.
 */

/** What a limiter says: go, and the time to remember; or how long to wait, in milliseconds. */
export type Pass = { ok: true; next: number } | { ok: false; waitMs: number };

/** The share of a limit that may go out at once, after a quiet time; the rest is spread evenly. */
const BURST_SHARE = 0.1;

/**
 * Asks for one call. In any stretch of `perMs` at most `calls` pass: a burst of a tenth of them, and the others one
 * by one.
 * @param next the time remembered from the last pass, 0 at first
 */
export function takePass({ calls, perMs }: RateLimit, next: number, now: number): Pass {
	const burst = Math.max(1, Math.floor(calls * BURST_SHARE));
	const spacing = perMs / Math.max(1, calls - burst);
	const due = Math.max(next, now);
	const earliest = due - (burst - 1) * spacing;
	// Fractions of a millisecond are rounding, not waiting.
	return earliest < now + 1 ? { ok: true, next: due + spacing } : { ok: false, waitMs: Math.ceil(earliest - now) };
}
