import { classifyFailure, readRetryAfter } from '../classify.ts';
import type { Outcome, VendorAnswer, VendorCall } from '../vendor.ts';
import { ID_PATTERN, parseWithIds } from './ids.ts';
import type { LoftyRole, LoftySettings } from './settings.ts';

type Call = VendorCall<LoftySettings, LoftyRole>;

/** Longest wait taken from `X-RateLimit-Reset`, in milliseconds: the window's own length (4. Rate Limiting). */
const RESET_MAX_MS = 60_000;

/** Codes that speak of the account and not of the lead (developer.lofty.com, "Error codes"). */
const ACCOUNT_CODES = new Set(['200100', 'BAD_CREDENTIALS', 'VENDOR_HAS_NO_PERMISSION', 'PERMISSION_DENIED']);

/** The code of "Lead not exist". */
const LEAD_NOT_EXIST = '20006';

/**
 * Reads the answer to `POST /v1.0/leads`.
 *
 * 200 with an id is success, though the record may have been merged into an older one. 201 is documented without
 * a body. A non-zero `code` inside a 200 is a failure all the same. 404 can only be the address: no id is in it.
 */
export function readResponse(answer: VendorAnswer, lead: { id: string }, call: Call): Outcome {
	const { status } = answer;
	const code = readCode(answer.text);
	if (status === 200 || status === 201) {
		if (code !== undefined) {
			const scope = ACCOUNT_CODES.has(code) ? 'destination' : 'lead';
			return { outcome: 'refused', scope, reason: `HTTP ${status} with code ${code}` };
		}
		const reference = readLeadId(answer);
		if (reference !== undefined) return { outcome: 'delivered', reference };
		if (status === 201 && answer.text.trim() === '') return { outcome: 'delivered', reference: lead.id };
		return { outcome: 'unknown', reason: `HTTP ${status} without a lead id`, answered: true };
	}
	const suffix = code === undefined ? '' : ` (code ${code})`;
	if (status === 429) {
		const afterMs = readRetryAfter(answer, call.context.now) ?? readReset(answer, call.context.now);
		return { outcome: 'retry', reason: `HTTP 429${suffix}`, ...(afterMs !== undefined && { afterMs }) };
	}
	if (status === 404) {
		// "Lead not exist" is known from follow-up calls. Here it could only speak of a merged record: the look-up tells.
		if (code === LEAD_NOT_EXIST) return { outcome: 'unknown', reason: `HTTP 404${suffix}`, answered: true };
		return { outcome: 'refused', scope: 'destination', reason: `HTTP 404${suffix}: no such address; check baseUrl` };
	}
	const failure = classifyFailure(answer, call.context.now);
	return { ...failure, reason: failure.reason + suffix };
}

/**
 * Milliseconds until the rate limit's window ends. The document says epoch seconds, its examples (23000, 21000) can
 * only be milliseconds from now, so both are read; at most `RESET_MAX_MS`.
 */
export function readReset(answer: Pick<VendorAnswer, 'header'>, now: number): number | undefined {
	const value = answer.header('x-ratelimit-reset')?.trim();
	if (!value || !/^\d{1,15}$/.test(value)) return undefined;
	const number = Number(value);
	const ms = number > 1e9 ? number * 1000 - now : number;
	return Math.min(Math.max(ms, 0), RESET_MAX_MS);
}

/** The id, wherever clients have met it: `leadId`, `data.leadId`, `id`, `data.id`, or the bare text. */
function readLeadId({ text, truncated }: VendorAnswer): string | undefined {
	if (truncated) return undefined;
	const bare = text.trim().replace(/^"(\d+)"$/, '$1');
	if (ID_PATTERN.test(bare)) return bare;
	const body = parseWithIds(text) as {
		leadId?: unknown;
		id?: unknown;
		data?: { leadId?: unknown; id?: unknown };
	} | null;
	if (typeof body !== 'object' || body === null) return undefined;
	return [body.leadId, body.data?.leadId, body.id, body.data?.id].find(
		(value): value is string => typeof value === 'string' && ID_PATTERN.test(value),
	);
}

/**
 * The vendor's error code: `{"code": 200100, …}`, or inside the message (`errorCode=20006`). Only the code itself,
 * for the message may quote what a person typed. Nothing where there is none, or where it is zero.
 */
function readCode(text: string): string | undefined {
	const body = parseWithIds(text) as { code?: unknown; message?: unknown } | null | undefined;
	if (typeof body !== 'object' || body === null) return undefined;
	const inMessage = typeof body.message === 'string' ? body.message.match(/errorCode=(\d{1,9})\b/)?.[1] : undefined;
	const code = typeof body.code === 'number' || typeof body.code === 'string' ? String(body.code) : inMessage;
	if (code === undefined || code === '' || code === '0') return undefined;
	return /^-?\w{1,40}$/.test(code) ? code : 'unreadable';
}
