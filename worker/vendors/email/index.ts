import * as z from 'zod/mini';
import type { Lead } from '../../../contract/lead.ts';
import { createDestinationFactory } from '../../site/destination.ts';
import { classifyFailure } from '../classify.ts';
import { toDetails, toFreeText, toLateNote } from '../details-block.ts';
import { toFullName } from '../person.ts';
import type { Outcome, Vendor, VendorAnswer, VendorCall, VendorContext, VendorRequest } from '../vendor.ts';

/**
 * The e-mail way's settings: `to` is where leads go, `from` a sender that the account's EMAIL binding may use, such as
 * `Sol <leads@sol.example>`.
 */
const emailSettings = z.strictObject({
	to: z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/, 'write one e-mail address')),
	from: z.string().check(z.minLength(3, 'write the sender, such as leads@sol.example')),
});

type EmailSettings = z.infer<typeof emailSettings>;

/** A mail without a cap: nothing is ever left out of it. */
const MAIL_MAX_LENGTH = Number.POSITIVE_INFINITY;

/** The lead as a mail in the site's language: the person, the words, then everything else; an answer goes to the person. */
function toRequest(lead: Lead, { settings, context }: VendorCall<EmailSettings, never>): VendorRequest {
	const { texts } = context;
	const person = [toFullName(lead), lead.email, lead.phone].filter(Boolean).join('\n');
	const taken = new Set(['name', 'firstName', 'lastName', 'email', 'phone']);
	const note = context.lateAt === undefined ? '' : `${toLateNote(context.lateAt, texts)}\n\n`;
	const words = [person, lead.message ?? texts.noMessage].join('\n\n');
	return {
		method: 'POST',
		url: `mailto:${encodeURIComponent(settings.to)}`,
		headers: {
			from: settings.from,
			// Intake leaves no line end in a line; what becomes a header is looked at twice all the same.
			subject: toSubject(lead, context).replace(/[\r\n]+/g, ' '),
			...(lead.email && { 'reply-to': lead.email }),
		},
		body: note + toFreeText(words, toDetails(lead, taken, texts), texts, MAIL_MAX_LENGTH),
	};
}

function toSubject({ listing }: Lead, { texts, siteName }: VendorContext): string {
	return texts.mailSubject.replace('{listing}', () => listing?.title ?? listing?.reference ?? siteName);
}

/** 202: the binding took the mail. 403: no binding is set up. 422: it refused this mail. */
function readResponse(answer: VendorAnswer, lead: Lead, { context }: VendorCall<EmailSettings, never>): Outcome {
	if (answer.status === 202) return { outcome: 'delivered', reference: lead.id };
	const failure = classifyFailure(answer, context.now);
	return answer.status === 403
		? { ...failure, reason: 'no e-mail binding: add [[send_email]] name = "EMAIL"' }
		: failure;
}

/** E-mail, by Cloudflare's binding: a second way, or the only one of an agency without a CRM. */
export const emailVendor: Vendor<EmailSettings, never> = {
	name: 'email',
	settings: emailSettings,
	secrets: [],
	baseUrl: 'mailto:',
	// A mail sent twice is read twice; better than not at all, and its id shows that it is the same.
	manners: () => ({ timeoutMs: 10_000, settleMs: 0, afterUnknown: 'repeat' }),
	fields: () => ({ required: [], anyOf: [['email', 'phone']], asks: [] }),
	toRequest,
	readResponse,
};

/** `fallback: { afterMinutes: 60, to: email({ to: 'ana@sol.example', from: 'leads@sol.example' }) }` */
export const email = createDestinationFactory(emailVendor);
