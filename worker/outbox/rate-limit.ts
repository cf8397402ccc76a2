import type { RateLimit } from '../vendors/vendor.ts';

/**
 * Keeps calls to a vendor under its limit. Pure: the generic cell rate algorithm (ITU-T I.371), whose whole memory
 * is one time: when the next call would be due if all calls were evenly spread.
 */

/** A limit of which this outbox has only a part (`divideLimit`). */
export interface SharedLimit extends RateLimit {
	/** Where there are fewer calls than outboxes: when it is this one's turn to make one. */
	turn?: Turn;
}

/** A time that comes again and again by the clock, in epoch milliseconds: from `atMs` on, each `everyMs`, for `openMs`. */
export interface Turn {
	everyMs: number;
	atMs: number;
	openMs: number;
}

/** What a limiter says: go, and the time to remember; or how long to wait, in milliseconds. */
export type Pass = { ok: true; next: number } | { ok: false; waitMs: number };

/** The share of a limit that may go out at once, after a quiet time; the rest is spread evenly. */
const BURST_SHARE = 0.1;

/**
 * Asks for one call. In any stretch of `perMs` at most `calls` pass: a burst of a tenth of them, and the others one
 * by one. Where outboxes take turns, one call a turn.
 * @param next the time remembered from the last pass, 0 at first
 */
export function takePass({ calls, perMs, turn }: SharedLimit, next: number, now: number): Pass {
	if (turn) return takeTurn(turn, next, now);
	const burst = Math.max(1, Math.floor(calls * BURST_SHARE));
	const spacing = perMs / Math.max(1, calls - burst);
	const due = Math.max(next, now);
	const earliest = due - (burst - 1) * spacing;
	// Fractions of a millisecond are rounding, not waiting.
	return earliest < now + 1 ? { ok: true, next: due + spacing } : { ok: false, waitMs: Math.ceil(earliest - now) };
}

/** How much later each call makes the next one due, in milliseconds, when none may go out at once. */
export function toSpacing({ calls, perMs, turn }: SharedLimit): number {
	return turn ? turn.everyMs : perMs / calls;
}

function takeTurn({ everyMs, atMs, openMs }: Turn, next: number, now: number): Pass {
	const due = Math.max(next, now);
	const begin = atMs + Math.floor((due - atMs) / everyMs) * everyMs;
	const isOpen = due < begin + openMs;
	const earliest = isOpen ? due : begin + everyMs;
	return earliest <= now ? { ok: true, next: begin + everyMs } : { ok: false, waitMs: earliest - now };
}
