/**
 * The events of `<doorstep-form>`. They bubble and cross shadow roots, and carry ids, names and codes only,
 * never anything a visitor typed.
 */
export interface DoorstepEvents {
	/** About to send; `preventDefault()` keeps the lead from going out. */
	'doorstep-submit': CustomEvent<{ id: string }>;
	/** The Worker has stored the lead. It may come long after the submit, and on another page, if the network was away. */
	'doorstep-submitted': CustomEvent<{ id: string }>;
	/** The agency's system has the lead. Comes only while the page is open, so count by `doorstep-submitted`. */
	'doorstep-delivered': CustomEvent<{ id: string }>;
	/** The lead did not get through: a problem code, `timeout`, or `unreachable`. It may be kept, and sent again by itself. */
	'doorstep-failed': CustomEvent<{ code: string }>;
	/** Answers need a look: the names of their fields. */
	'doorstep-invalid': CustomEvent<{ fields: string[] }>;
	/** Another step is on the screen: its number from 1, and how many there are. */
	'doorstep-step': CustomEvent<{ step: number; steps: number }>;
}

declare global {
	interface HTMLElementEventMap extends DoorstepEvents {}
}
