/**
 * What `GET /v1/sites/:site/challenge` answers with: what a visitor's browser is to do while the form is being filled in,
 * and to send with the lead as its `proof`. All of it optional: a site without any wants none.
 */
export interface Challenge {
	/** A signed time stamp, to be sent back as it is. */
	stamp?: string;
	/** A proof of work to be solved, in the form of ALTCHA's second protocol (https://altcha.org/docs/v2/). */
	work?: WorkChallenge;
	/** Cloudflare Turnstile is to be asked for a token, with this site key and action. */
	turnstile?: { siteKey: string; action: string };
}

/** An ALTCHA challenge, as far as whoever solves it needs to know. */
export interface WorkChallenge {
	parameters: {
		algorithm: string;
		cost: number;
		keyLength: number;
		keyPrefix: string;
		/** Hex. */
		nonce: string;
		/** Hex. */
		salt: string;
	};
	signature?: string;
}
