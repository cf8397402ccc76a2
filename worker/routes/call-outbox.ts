import type { Env } from '../env.ts';
import { log } from '../log.ts';
import type { OutboxStub } from '../outbox/protocol.ts';

/** How soon a caller may come back when the store was out of reach, in seconds. */
export const RETRY_AFTER_SECONDS = 5;

/**
 * Makes a call on the outbox of a name, and once more with a fresh stub where the runtime says that this may help
 * (developers.cloudflare.com/durable-objects/best-practices/error-handling). Calls must be safe to repeat.
 * @returns what the call gave, or undefined when the outbox could not be reached
 */
export async function callOutbox<T>(
	env: Env,
	name: string,
	call: (outbox: OutboxStub) => Promise<T>,
): Promise<T | undefined> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await call(env.OUTBOX.getByName(name));
		} catch (error) {
			const { retryable, overloaded, message } = error as {
				retryable?: boolean;
				overloaded?: boolean;
				message?: string;
			};
			if (attempt === 1 && retryable && !overloaded) continue;
			log('store_failed', { site: name, reason: message ?? 'unknown' }, 'error');
			return undefined;
		}
	}
}
