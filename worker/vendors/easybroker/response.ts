import { classifyFailure, readJsonObject } from '../classify.ts';
import type { Outcome, VendorAnswer, VendorCall } from '../vendor.ts';
import type { EasyBrokerRole, EasyBrokerSettings } from './settings.ts';

type Call = VendorCall<EasyBrokerSettings, EasyBrokerRole>;

/**
 * Success is HTTP 200 with a JSON body (`{"status": "successful"}` in account mode; no id in either). An HTML page
 * with 200 is not EasyBroker, so whether the lead arrived is unknown. 408, 409, 429 and 5xx are ambiguous for a
 * careful client (C4): the list is asked before anything is sent again.
 */
export function readResponse(answer: VendorAnswer, _lead: unknown, call: Call): Outcome {
	const { status } = answer;
	if (status === 200 || status === 201) {
		const body = readJsonObject(answer);
		if (!body) return { outcome: 'unknown', reason: `HTTP ${status} without a JSON body`, answered: true };
		if (typeof body.error === 'string' || Array.isArray(body.errors)) {
			return { outcome: 'refused', scope: 'lead', reason: `HTTP ${status} with an error in its body` };
		}
		return { outcome: 'delivered', reference: String(call.context.number) };
	}
	if (status === 408 || status === 409) return { outcome: 'unknown', reason: `HTTP ${status}`, answered: true };
	return classifyFailure(answer, call.context.now);
}
