import { classifyFailure, readJsonObject } from '../classify.ts';
import type { Outcome, VendorAnswer, VendorCall } from '../vendor.ts';
import type { ApimoRole, ApimoSettings } from './settings.ts';

type Call = VendorCall<ApimoSettings, ApimoRole>;

/** What Apimo says to credentials it can't use, as integrators report it. No status is documented for it. */
const NO_TOKEN = /provide the token/i;

/**
 * What an answer may say when the `reference` is there already; what Apimo does then is not documented. The listing's
 * `property_reference` is another matter: one that doesn't exist is a refusal.
 */
const REPEATED = /\breference\b[^"]*\b(already|used|taken|unique|duplicate|déjà)/i;

/**
 * Success is HTTP 200 with the new lead's `id`, though the same page says the answer has no content: a success without
 * an id is looked up. Refusals are not documented, so they go by their status; a 408 or 409, and any that speaks of a
 * repeated reference, may mean that the lead is there, and is looked up too.
 */
export function readResponse(answer: VendorAnswer, _lead: unknown, call: Call): Outcome {
	const { status, text } = answer;
	if (status < 500 && NO_TOKEN.test(text)) {
		return { outcome: 'refused', scope: 'destination', reason: `HTTP ${status}: Apimo can't use provider and token` };
	}
	if (status >= 200 && status < 300) {
		const body = readJsonObject(answer);
		const id = body && readId(body, text);
		if (id) return { outcome: 'delivered', reference: id };
		if (body && ('error' in body || 'errors' in body)) {
			return { outcome: 'refused', scope: 'lead', reason: `HTTP ${status} with an error in its body` };
		}
		return { outcome: 'unknown', reason: `HTTP ${status} without an id`, answered: true };
	}
	if (status === 408 || status === 409 || ((status === 400 || status === 422) && REPEATED.test(text))) {
		return { outcome: 'unknown', reason: `HTTP ${status}`, answered: true };
	}
	return classifyFailure(answer, call.context.now);
}

/** The id as the text has it: a number beyond 2^53 would lose its last digits in JavaScript. */
function readId(body: Record<string, unknown>, text: string): string | undefined {
	if (typeof body.id === 'string') return /^\d+$/.test(body.id) ? body.id : undefined;
	if (typeof body.id !== 'number') return undefined;
	if (Number.isSafeInteger(body.id)) return String(body.id);
	return /"id"\s*:\s*(\d+)/.exec(text)?.[1];
}
