import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for a condition that something else brings about.
 * @returns the first value of `probe` that is not undefined, null or false
 * @throws with `what` when it has not come after `timeoutMs`
 */
export async function until<T>(
	what: string,
	probe: () => T | Promise<T>,
	timeoutMs = 10_000,
): Promise<Exclude<T, undefined | null | false>> {
	const end = Date.now() + timeoutMs;
	for (;;) {
		const value = await probe();
		if (value !== undefined && value !== null && value !== false) return value as Exclude<T, undefined | null | false>;
		if (Date.now() > end) throw new Error(`waited ${timeoutMs / 1000} s in vain for ${what}`);
		await sleep(20);
	}
}
