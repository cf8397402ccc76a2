import { addFailure, type Failures, waitOf } from '../../outbox/door/lock-out-policy.ts';

/** Most clients remembered, about 100 kB; the oldest are forgotten first. */
const CLIENTS_MAX = 1000;

/**
 * Locks out clients that send wrong tokens, in the memory of one of the Worker's processes: what stands before the
 * doorkeeper, so that a flood of guesses is not a flood of writes.
 */
export class LockOut {
	readonly #clients = new Map<string, Failures>();

	/** How long a client has to wait, in milliseconds; 0 when it need not. */
	waitOf(client: string, now: number): number {
		return waitOf(this.#clients.get(client), now);
	}

	/** Counts a wrong token. */
	fail(client: string, now: number): void {
		const known = addFailure(this.#clients.get(client), now);
		this.#clients.delete(client);
		this.#clients.set(client, known);
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
