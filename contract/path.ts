/** Reading and writing an answer by its field's dotted path, e.g. `wishes.priceMax`. */

type Tree = { [key: string]: unknown };

/** The value at `path`, or undefined where any part of the way is missing. */
export function readPath(tree: object | undefined, path: string): unknown {
	let at: unknown = tree;
	for (const key of path.split('.')) {
		if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
		at = (at as Tree)[key];
	}
	return at;
}

/** Writes `value` at `path`, making the objects on the way. Paths come from our own field list, never from a caller. */
export function writePath(tree: object, path: string, value: unknown): void {
	const keys = path.split('.');
	const last = keys.pop() as string;
	let at = tree as Tree;
	for (const key of keys) {
		at[key] ??= {};
		at = at[key] as Tree;
	}
	at[last] = value;
}
