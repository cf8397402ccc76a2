import type { Lead } from '../../../contract/lead.ts';
import { classifyFailure, readRetryAfter } from '../classify.ts';
import type { Outcome, VendorAnswer, VendorCall } from '../vendor.ts';
import type { WebhookRole, WebhookSettings } from './settings.ts';

type Call = VendorCall<WebhookSettings, WebhookRole>;

/**
 * Any 2xx is success, whatever the body: Standard Webhooks asks no more of a receiver. 410 Gone says "send no more",
 * and a 404 can only be about the address, so both stop the destination. Every other refusal is a fault of the receiver
 * that someone mends, never one of the lead: it is tried again. (Standard Webhooks, "Delivery success and failure".)
 */
export function readResponse(answer: VendorAnswer, lead: Lead, call: Call): Outcome {
	const { status } = answer;
	if (status >= 200 && status < 300) return { outcome: 'delivered', reference: lead.id };
	if (status === 404 || status === 410) {
		const said = status === 410 ? 'the receiver wants no more leads' : 'nothing is at this address';
		return { outcome: 'refused', scope: 'destination', reason: `HTTP ${status}: ${said}; check url` };
	}
	const failure = classifyFailure(answer, call.context.now);
	if (failure.outcome !== 'refused' || failure.scope !== 'lead') return failure;
	const afterMs = readRetryAfter(answer, call.context.now);
	return { outcome: 'retry', reason: failure.reason, ...(afterMs !== undefined && { afterMs }) };
}
