/** Throws unless the condition holds. */
export function ok(condition: unknown, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

/** Throws unless both are the same as JSON: enough for texts, numbers, lists and plain objects. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
	const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
	if (is !== wanted) throw new Error(`${what}: expected ${wanted}, got ${is}`);
}

/**
 * Waits until the condition gives something, looking again at every frame.
 * @returns what it gave
 */
export async function until<T>(
	condition: () => T | Promise<T>,
	what: string,
	patienceMs = 4000,
): Promise<NonNullable<T>> {
	const end = performance.now() + patienceMs;
	for (;;) {
		const found = await condition();
		if (found) return found;
		if (performance.now() > end) throw new Error(`waited ${patienceMs} ms in vain for ${what}`);
		await new Promise(requestAnimationFrame);
	}
}
