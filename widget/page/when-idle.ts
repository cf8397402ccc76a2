/** How long a busy page may put it off, in milliseconds. */
const TIMEOUT_MS = 2000;

/**
 * Does what nobody sees once the page has nothing better to do: storage is read from disk, and a page waits for it. In the
 * order in which it is asked for. Where the browser can't tell (Safari), in the next task.
 */
export function whenIdle(task: () => void): void {
	window.requestIdleCallback?.(task, { timeout: TIMEOUT_MS }) ?? setTimeout(task);
}
