import type { Outcome, VendorAnswer } from './vendor.ts';

/** What most vendors' answers mean by status alone; each adapter reads its own first. */

/** Longest wait taken from a vendor's header, in milliseconds: 24 h. A longer one is a mistake or an attack. */
export const RETRY_AFTER_MAX_MS = 24 * 60 * 60 * 1000;

/**
 * Reads `Retry-After` (RFC 9110 §10.2.3): seconds, or an HTTP date.
 * @returns milliseconds from `now`, at most `RETRY_AFTER_MAX_MS`; nothing when absent or unreadable
 */
export function readRetryAfter(answer: Pick<VendorAnswer, 'header'>, now: number): number | undefined {
	const value = answer.header('retry-after')?.trim();
	if (!value) return undefined;
	const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
	return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), RETRY_AFTER_MAX_MS) : undefined;
}

/**
 * Classifies an answer that is no success.
 *
 * 401, 403: the account's fault, so the destination stops. 408, 425, 429: not taken, try later. 3xx: never
 * followed, and the vendor's address has moved: the account's settings are wrong. 5xx: may have been taken.
 * Any other 4xx: this lead will never be taken as it is.
 */
export function classifyFailure(
	answer: VendorAnswer,
	now: number,
): Exclude<Outcome, { outcome: 'delivered' | 'confirming' }> {
	const { status } = answer;
	const reason = `HTTP ${status}`;
	const afterMs = readRetryAfter(answer, now);
	const wait = afterMs === undefined ? {} : { afterMs };
	if (status === 401 || status === 403) return { outcome: 'refused', scope: 'destination', reason };
	if (status >= 300 && status < 400) {
		return { outcome: 'refused', scope: 'destination', reason: `${reason}: redirects are not followed; check baseUrl` };
	}
	if (status === 408 || status === 425 || status === 429) return { outcome: 'retry', reason, ...wait };
	// A 503 that says when to come back was answered before any work was done.
	if (status === 503 && afterMs !== undefined) return { outcome: 'retry', reason, afterMs };
	if (status >= 500) return { outcome: 'unknown', reason, answered: true };
	return { outcome: 'refused', scope: 'lead', reason };
}

/** Parses an answer's text as a JSON object; nothing when it is anything else (an HTML page, an empty body). */
export function readJsonObject(answer: Pick<VendorAnswer, 'text'>): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(answer.text);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}
