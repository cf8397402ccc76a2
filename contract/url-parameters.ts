/**
 * Query parameters that name a person or open a door, wherever the words stand in the name. Values that hold an @ are
 * left out too, since some mailers put the reader's address there.
 */
const PRIVATE_NAME =
	/mail|phone|token|auth|session|secret|password|passwd|api.?key|signature|jwt|^(sid|sig|key|code|otp|pwd)$/i;

/**
 * Parameters that ads and newsletters add to follow a visitor: campaigns (`utm_…`), click ids of the ad networks
 * (`gclid`, `gbraid`, `fbclid`, `msclkid`, `twclid`, `li_fat_id`, …), readers' ids of mailers, Google's linker.
 */
const TRACKING_NAME =
	/^(utm_.*|\w*clk?id|[gw]braid|gclsrc|gad_.*|srsltid|li_fat_id|epik|igsh(id)?|mc_[ce]id|_hsenc|_hsmi|mkt_tok|vero_id|_gl|_ga)$/i;

/** Whether a query parameter looks like a secret, a session or an e-mail address. */
export function isPrivateParameter(name: string, value: string): boolean {
	return PRIVATE_NAME.test(name) || value.includes('@');
}

/** Whether a query parameter is there to follow the visitor from an ad or a newsletter. */
export function isTrackingParameter(name: string): boolean {
	return TRACKING_NAME.test(name);
}
