import type { Lead } from '../../../contract/lead.ts';
import { UnsendableLead } from '../unsendable-lead.ts';
import type { VendorCall, VendorRequest } from '../vendor.ts';
import { toEvent } from './event.ts';
import type { WebhookOptionalRole, WebhookRole, WebhookSettings } from './settings.ts';
import { toSignature } from './to-signature.ts';

type Call = VendorCall<WebhookSettings, WebhookRole>;
type Secrets = Record<WebhookRole, string> & Partial<Record<WebhookOptionalRole, string>>;

/**
 * `POST` of the lead's event, signed as Standard Webhooks says. `webhook-id` is the lead's id, so that a receiver tells a
 * repeat from a second lead; `webhook-timestamp` is the attempt's time, so that a recording can't be played back later.
 * @throws {UnsendableLead} when a secret can't be used
 */
export function toRequest(lead: Lead, call: Call): VendorRequest {
	const body = JSON.stringify(toEvent(lead, call.context));
	const timestamp = Math.floor(call.context.now / 1000);
	return {
		method: 'POST',
		// As it stands, to its last slash.
		url: call.baseUrl,
		headers: {
			'Content-Type': 'application/json',
			'User-Agent': 'Doorstep',
			'webhook-id': lead.id,
			'webhook-timestamp': String(timestamp),
			'webhook-signature': toSignatures(call.secrets, lead.id, timestamp, body),
		},
		body,
	};
}

/** One signature for each secret, the new one's first, with a blank between them: that is how secrets are rotated. */
function toSignatures({ secret, previousSecret }: Secrets, id: string, timestamp: number, body: string): string {
	const secrets = previousSecret === undefined ? [secret] : [secret, previousSecret];
	try {
		return secrets.map((one) => toSignature(one, id, timestamp, body)).join(' ');
	} catch {
		throw new UnsendableLead(
			'a secret of the webhook is not in the Standard Webhooks form: whsec_ and 24 to 64 bytes in base64',
			'destination',
		);
	}
}
