/**
 * Thrown by an adapter's `toRequest` when this lead can't become a request under the site's settings: nothing was
 * sent, and trying again changes nothing until a person acts. The outbox makes it `refused`, with its scope.
 */
export class UnsendableLead extends Error {
	override name = 'UnsendableLead';
	/** For operators: which setting to change. Never a value a person typed and never a secret. */
	readonly reason: string;
	/** `destination` where no lead could be sent: then none is parked, and all wait. */
	readonly scope: 'lead' | 'destination';

	constructor(reason: string, scope: 'lead' | 'destination' = 'lead') {
		super(reason);
		this.reason = reason;
		this.scope = scope;
	}
}
