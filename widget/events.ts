/**
 * The events of `<doorstep-form>`. They bubble and cross shadow roots, and carry ids, names and codes only,
 * never anything a visitor typed.
 */
export interface DoorstepEvents {
	/** About to send; `preventDefault()` keeps the lead from going out. */
	'doorstep-submit': CustomEvent<{ id: string }>;
	/** The Worker has stored the lead. */
	'doorstep-submitted': CustomEvent<{ id: string }>;
	/** The lead did not get through: a problem code, `timeout`, or `unreachable`. */
	'doorstep-failed': CustomEvent<{ code: string }>;
	/** Answers need a look: the names of their fields. */
	'doorstep-invalid': CustomEvent<{ fields: string[] }>;
}

declare global {
	interface HTMLElementEventMap extends DoorstepEvents {}
}

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
