/**
 * When a failed delivery is tried again. Pure: time and chance are passed in.
 *
 * The shape is Svix's (https://docs.svix.com/retries) stretched over a weekend: a CRM that breaks on Friday
 * evening still gets its leads on Monday.
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The longest wait before each further try, in milliseconds; the last one repeats. */
export const RETRY_DELAYS_MS = [5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR] as const;

/** How long a lead is tried before a person has to decide, in milliseconds. */
export const GIVE_UP_AFTER_MS = 72 * HOUR;

/**
 * How long to wait before the next try: anything up to the schedule's delay (full jitter), so that leads which
 * failed together don't come back together.
 * @param tries how many steps have failed in a row, from 1
 * @param random from 0 up to 1
 * @param atLeastMs what the vendor asked for
 */
export function toRetryDelay(tries: number, random: number, atLeastMs = 0): number {
	const delay = RETRY_DELAYS_MS[Math.min(tries, RETRY_DELAYS_MS.length) - 1] ?? RETRY_DELAYS_MS[0];
	return Math.max(Math.round(delay * random), atLeastMs);
}
