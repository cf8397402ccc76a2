import type { Lead } from '../../../contract/lead.ts';
import { classifyFailure, readJsonObject } from '../classify.ts';
import type { Outcome, VendorAnswer, VendorCall } from '../vendor.ts';
import type { MaxworkRole, MaxworkSettings } from './settings.ts';
import { BODY_FIELDS } from './words.ts';

type Call = VendorCall<MaxworkSettings, MaxworkRole>;

/** The page's sentence for success, `Data was successfully inserted!`. */
const SUCCESS = /^\s*data was successfully/i;

/** Its sentence for a refusal, `The following property was in the wrong format.` */
const WRONG_FORMAT = /wrong format/i;

/**
 * Maxwork's page shows three bodies and no status: the success sentence, the refusal, and `{}`. A lead counts as
 * delivered only when the success sentence came with a 2xx; our own id is its receipt, for Maxwork gives none. The
 * refusal is one whatever its status. Any other 2xx (`{}`, nothing, an HTML page) says nothing about the lead. The
 * rest goes by its status.
 */
export function readResponse(answer: VendorAnswer, lead: Lead, call: Call): Outcome {
	const { status } = answer;
	const body = readJsonObject(answer);
	const message = typeof body?.Message === 'string' ? body.Message : '';
	const ok = status >= 200 && status < 300;
	if (ok && SUCCESS.test(message)) return { outcome: 'delivered', reference: lead.id };
	if (WRONG_FORMAT.test(message)) {
		return { outcome: 'refused', scope: 'lead', reason: toReason(status, message) };
	}
	if (ok) return { outcome: 'unknown', reason: `HTTP ${status} without a known answer`, answered: true };
	return classifyFailure(answer, call.context.now);
}

/** Names the fields the refusal names, and nothing else of it: the vendor may quote what a visitor typed. */
function toReason(status: number, message: string): string {
	const named = BODY_FIELDS.filter((field) => new RegExp(`\\b${field}\\b`).test(message));
	return [`HTTP ${status}: a field was in the wrong format`, named.join(', ')].filter(Boolean).join(': ');
}
