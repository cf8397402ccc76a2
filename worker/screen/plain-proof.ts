/** Names by which a plain form carries what speaks for its sender; none of them is a field of a lead. */
export const PLAIN_PROOF_NAMES = {
	/** The signed time stamp, in a hidden input. */
	stamp: 'proof.stamp',
	/** The input that no person sees: a name that form-filling programs know, and browsers' autofill does not. */
	trap: 'website',
	/** What Turnstile's own script calls its hidden input. */
	turnstile: 'cf-turnstile-response',
} as const;
