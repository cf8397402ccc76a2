import type { Issue, Problem } from '../../contract/problem.ts';
import { readRetryAfter } from './retry-after.ts';
import { SEND_TIMEOUT_MS } from './time-limits.ts';

/**
 * How a send ended.
 * - `stored`: the Worker has it on disk, under `id` where it says one: the same words sent a moment ago are one lead, with
 *   the id of the first; `receipt` is the path of its consents' receipt, where there is one.
 * - `refused`: the Worker has read it and stored nothing; sending the same again would change nothing.
 * - `unanswered`: nobody can tell whether it is stored, or it may pass later. Safe to repeat with the same id, by itself
 *   after `retryAfterMs` (0 where nothing is said of it).
 */
export type SendOutcome =
	| { result: 'stored'; id?: string; receipt?: string | undefined }
	| { result: 'refused'; code: string; issues: Issue[] }
	| { result: 'unanswered'; code: string; retryAfterMs: number };

/** Answers below 500 that ask for patience, not for another body (RFC 9110 §15.5.9, RFC 8470, RFC 6585 §4). */
const ASK_LATER = [408, 425, 429];

/**
 * Sends a lead in one request. A string body goes out as `text/plain;charset=UTF-8` (Fetch, "extract a body"), which
 * needs no CORS preflight; `keepalive` lets it finish while the page is being left (bodies up to 64 KiB).
 * @param url the site's `/leads` address
 * @param body the lead as JSON
 */
export async function sendLead(url: string, body: string): Promise<SendOutcome> {
	try {
		const response = await fetch(url, {
			method: 'POST',
			body,
			keepalive: true,
			credentials: 'omit',
			signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
		});
		const { status } = response;
		const said: Partial<Problem> & { id?: unknown; receipt?: unknown } = await response.json().catch(() => ({}));
		// 202 alone counts: a hotel's log-in page answers 200 to everything.
		if (status === 202) {
			const { id, receipt } = said;
			return {
				result: 'stored',
				...(typeof id === 'string' && { id }),
				...(typeof receipt === 'string' && { receipt }),
			};
		}
		const code = said.code ?? `http_${status}`;
		return status >= 400 && status < 500 && !ASK_LATER.includes(status)
			? { result: 'refused', code, issues: said.issues ?? [] }
			: { result: 'unanswered', code, retryAfterMs: readRetryAfter(response.headers.get('retry-after'), Date.now()) };
	} catch (error) {
		const code = (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable';
		return { result: 'unanswered', code, retryAfterMs: 0 };
	}
}
