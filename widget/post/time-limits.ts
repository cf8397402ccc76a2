/** Every wait of sending, each with its reason. */

/**
 * How long a sent lead may go unanswered, in milliseconds. The Worker answers within a second of the last byte;
 * on a slow phone network the connection alone can take ten. Longer, and a visitor believes nothing happens.
 */
export const SEND_TIMEOUT_MS = 20_000;

/** How long the Worker is waited for when it is asked what a visitor has to show, in milliseconds: it computes nothing. */
export const CHALLENGE_TIMEOUT_MS = 8_000;

/** How long a lead waits for what speaks for its sender, in milliseconds; it is mostly ready long before. */
export const PROOF_TIMEOUT_MS = 10_000;

/**
 * How long to wait before an unanswered lead goes out again, in milliseconds, while the page is open; the last wait is
 * repeated. The first is short for the tunnel and the lift, the last long for a Worker that is down for everybody.
 */
export const RETRY_GAPS_MS = [4_000, 15_000, 60_000, 300_000];

/**
 * How long to wait before each look whether the agency's system has the lead, in milliseconds. Most are there within
 * two seconds; who is still on the page after a minute has read the thank-you long ago.
 */
export const DELIVERED_GAPS_MS = [1_000, 3_000, 10_000, 30_000];
