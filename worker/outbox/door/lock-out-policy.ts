/** Wrong tokens after which a client is locked out. A person mistypes twice; nobody five times in a minute. */
const FAILURES_MAX = 5;

/** How long failures are remembered, and how long a lock-out lasts, in milliseconds. */
const WINDOW_MS = 60_000;

/** What is known of a client that sent wrong tokens. `until` is when that is forgotten, in epoch milliseconds. */
export interface Failures {
	failures: number;
	until: number;
}

/** Adds a wrong token to what is known of a client. Pure. */
export function addFailure(before: Failures | undefined, now: number): Failures {
	const fresh = !before || before.until <= now;
	const failures = fresh ? 1 : before.failures + 1;
	return { failures, until: fresh || failures >= FAILURES_MAX ? now + WINDOW_MS : before.until };
}

/** How long a client has to wait, in milliseconds; 0 when it need not. Pure. */
export function waitOf(known: Failures | undefined, now: number): number {
	return known && known.failures >= FAILURES_MAX ? Math.max(0, known.until - now) : 0;
}
