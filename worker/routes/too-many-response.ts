import { RATE_PERIOD_SECONDS } from '../guard/rate.ts';
import { problemResponse } from './problem-response.ts';

/** The refusal of a caller who sends too much, with when to come back (RFC 6585 §4). */
export function tooManyResponse(headers: Record<string, string>): Response {
	return problemResponse('too_many_requests', undefined, { ...headers, 'retry-after': String(RATE_PERIOD_SECONDS) });
}
