/**
 * Thrown by an adapter's `toRequest` when this lead can't become a request under the site's settings: nothing was
 * sent, and trying again changes nothing until a person acts. The outbox makes it `refused`, scope `lead`.
 */
export class UnsendableLead extends Error {
	override name = 'UnsendableLead';
	/** For operators: which setting to change. Never a value a person typed and never a secret. */
	readonly reason: string;

	constructor(reason: string) {
		super(reason);
		this.reason = reason;
	}
}
