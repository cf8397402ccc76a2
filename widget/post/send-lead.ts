import type { Issue, Problem } from '../../contract/problem.ts';
import { SEND_TIMEOUT_MS } from './time-limits.ts';

/**
 * How a send ended.
 * - `stored`: the Worker has it on disk.
 * - `refused`: the Worker has read it and stored nothing; sending the same again would change nothing.
 * - `unanswered`: nobody can tell whether it is stored, or it may pass later. Safe to repeat with the same id.
 */
export type SendOutcome =
	| { result: 'stored' }
	| { result: 'refused'; code: string; issues: Issue[] }
	| { result: 'unanswered'; code: string };

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
		// 202 alone counts: a hotel's log-in page answers 200 to everything.
		if (status === 202) return { result: 'stored' };
		const problem: Partial<Problem> = await response.json().catch(() => ({}));
		const code = problem.code ?? `http_${status}`;
		return status >= 400 && status < 500 && !ASK_LATER.includes(status)
			? { result: 'refused', code, issues: problem.issues ?? [] }
			: { result: 'unanswered', code };
	} catch (error) {
		return { result: 'unanswered', code: (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable' };
	}
}
