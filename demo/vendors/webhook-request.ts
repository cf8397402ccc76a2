import * as z from 'zod';
import { omit } from 'zod/mini';
import { leadInput } from '../../contract/lead.ts';

/**
 * The event a webhook brings, after docs/vendors/webhook.md. A real receiver should let unknown fields pass, for fields
 * may be added; the sandbox refuses them, so that none is added without being written down.
 */

const e164 = z
	.string()
	.regex(/^\+[1-9]\d{1,14}$/, 'is not E.164')
	.optional();
const time = z.iso.datetime({ precision: 3 });

/** A lead as it is kept: without what only steers its way in and what speaks for its sender. */
const { shape } = omit(leadInput, { unfinished: true, proof: true });

/** The consents' receipt: a JWS in compact form (RFC 7515 §7.1). */
const receipt = z
	.string()
	.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'is no compact JWS')
	.optional();

/** `POST` to the receiver's address */
export const webhookRequest = z.strictObject({
	type: z.literal('lead.created'),
	timestamp: time,
	data: z.strictObject({
		version: z.literal(1),
		site: z.string().min(1),
		lead: z.strictObject({ ...shape, phoneE164: e164, phone2E164: e164, receivedAt: time, receipt }).refine(
			({ wishes }) => {
				const priced = wishes?.priceMin !== undefined || wishes?.priceMax !== undefined;
				return !priced || wishes?.currency !== undefined;
			},
			{ path: ['wishes', 'currency'], message: 'is said wherever there is a price' },
		),
		summary: z.string().min(1),
		/** The destination a late lead has not reached. */
		lateAt: z.string().min(1).optional(),
	}),
});
