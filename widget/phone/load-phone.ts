/** The lazy phone part, as its file exports it. */
export type PhoneModule = typeof import('./phone.ts');

let loading: Promise<PhoneModule | undefined> | undefined;

/**
 * Loads the phone part once for all forms of the page.
 * @returns nothing where it can't be had; the next call tries again, and until then numbers go unchecked
 */
export function loadPhone(): Promise<PhoneModule | undefined> {
	loading ??= import('./phone.ts').catch(() => {
		loading = undefined;
		return undefined;
	});
	return loading;
}
