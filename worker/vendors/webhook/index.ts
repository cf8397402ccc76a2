import { createDestinationFactory, type Destination, type DestinationOptions } from '../../site/destination.ts';
import type { SecretRef, VariableRef } from '../../site/secret.ts';
import type { Vendor } from '../vendor.ts';
import { toRequest } from './request.ts';
import { readResponse } from './response.ts';
import { type WebhookOptionalRole, type WebhookRole, type WebhookSettings, webhookSettings } from './settings.ts';

/** Any other system: the lead as JSON, signed in the Standard Webhooks form. Docs: docs/vendors/webhook.md. */
export const webhookVendor: Vendor<WebhookSettings, WebhookRole, object, WebhookOptionalRole> = {
	name: 'webhook',
	settings: webhookSettings,
	secrets: ['secret'],
	optionalSecrets: ['previousSecret'],
	baseUrl: undefined,
	// Receivers get 15 to 30 s by the specification ("Request timeouts"), and know repeats by `webhook-id`.
	manners: () => ({ timeoutMs: 15_000, settleMs: 0, afterUnknown: 'repeat' }),
	fields: () => ({
		required: [],
		// The receiver asks for neither, but a lead nobody can answer is none.
		anyOf: [['email', 'phone']],
		// It takes every field, so it is the site that says which are worth asking (`form.ask`).
		asks: [],
	}),
	toRequest,
	readResponse,
};

/** What `webhook(…)` takes. `url` is the whole address, to its last slash. */
export type WebhookOptions = Omit<DestinationOptions, 'baseUrl'> & { url: string | VariableRef } & Record<
		WebhookRole,
		SecretRef
	> &
	Partial<Record<WebhookOptionalRole, SecretRef>>;

const create = createDestinationFactory(webhookVendor);

/** `deliverTo: [webhook({ url: 'https://…', secret: secret('…') })]`; while rotating also `previousSecret: secret('…')` */
export function webhook({ url, ...options }: WebhookOptions): Destination {
	const destination = create({ ...options, baseUrl: url ?? '' });
	return {
		...destination,
		// A base address loses its last slash; a hook's address is whole, and to many receivers the slash counts.
		baseUrl: url,
		faults: destination.faults.map((fault) => fault.replace(/^baseUrl:/, 'url:')),
	};
}
