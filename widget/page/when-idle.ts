/** How long a busy page may put it off, in milliseconds. */
const TIMEOUT_MS = 2000;

let wasIdle = false;

/**
 * Does what nobody sees once the page has come to rest: storage is read from disk, and a page that is still coming up waits
 * for it. From the first rest on it is done at once. Where the browser can't tell (Safari), the next task is taken for it.
 */
export function whenIdle(task: () => void): void {
	const run = () => {
		wasIdle = true;
		task();
	};
	if (wasIdle) run();
	else window.requestIdleCallback?.(run, { timeout: TIMEOUT_MS }) ?? setTimeout(run);
}
