import type { DoorstepEvents } from '../events.ts';

/**
 * Dispatches one of the element's events.
 * @returns false where it is `doorstep-submit` and a listener prevented it
 */
export function emit<T extends keyof DoorstepEvents>(
	element: HTMLElement,
	type: T,
	detail: DoorstepEvents[T]['detail'],
): boolean {
	return element.dispatchEvent(
		new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: type === 'doorstep-submit' }),
	);
}
