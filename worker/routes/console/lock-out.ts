/** Wrong tokens after which a client is locked out. A person mistypes twice; nobody five times in a minute. */
const FAILURES_MAX = 5;

/** How long failures are remembered, and how long a lock-out lasts, in milliseconds. */
const WINDOW_MS = 60_000;

/** Most clients remembered, about 100 kB; the oldest are forgotten first. */
const CLIENTS_MAX = 1000;

/**
 * Locks out clients that send wrong tokens. Kept in memory, in each of the Worker's processes for itself: it slows
 * guessing down and shows it in the log. What makes guessing hopeless is the token's length.
 */
export class LockOut {
	readonly #clients = new Map<string, { failures: number; until: number }>();

	/** How long a client has to wait, in milliseconds; 0 when it need not. */
	waitOf(client: string, now: number): number {
		const entry = this.#clients.get(client);
		return entry && entry.failures >= FAILURES_MAX ? Math.max(0, entry.until - now) : 0;
	}

	/** Counts a wrong token. */
	fail(client: string, now: number): void {
		const before = this.#clients.get(client);
		const fresh = !before || before.until <= now;
		const failures = fresh ? 1 : before.failures + 1;
		const until = fresh || failures >= FAILURES_MAX ? now + WINDOW_MS : before.until;
		this.#clients.delete(client);
		this.#clients.set(client, { failures, until });
		if (this.#clients.size > CLIENTS_MAX) this.#clients.delete(this.#clients.keys().next().value as string);
	}
}

/** Whom failures are counted against: an address, or the /64 network of an IPv6 one, which a single client owns. */
export function toClient(address: string | undefined): string {
	if (!address?.includes(':')) return address ?? 'unknown';
	const [head = ''] = address.split('::');
	const groups = head.split(':').slice(0, 4);
	return `${groups.join(':')}::/64`;
}
