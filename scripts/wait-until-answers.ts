import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until an address answers at all, whatever the status.
 * @returns false when `isOver()` says that it never will
 * @throws when it has not answered after `timeoutMs`
 */
export async function waitUntilAnswers(url: string, timeoutMs: number, isOver = () => false): Promise<boolean> {
	const end = Date.now() + timeoutMs;
	while (Date.now() < end) {
		if (isOver()) return false;
		try {
			await fetch(url, { signal: AbortSignal.timeout(2000) }).then((response) => response.body?.cancel());
			return true;
		} catch {
			await sleep(100);
		}
	}
	throw new Error(`${url} did not answer within ${timeoutMs / 1000} s`);
}
