import type { Lead } from '../../../contract/lead.ts';
import { toDetails, toFreeText, toLateNote } from '../details-block.ts';
import { withUnits } from '../units.ts';
import type { VendorContext } from '../vendor.ts';

/** The shape's number. Fields are only ever added under one number; a change that could break a reader raises it. */
export const EVENT_VERSION = 1;

/**
 * What a receiver gets: `type`, `timestamp` and `data`, as Standard Webhooks recommends
 * (https://github.com/standard-webhooks/standard-webhooks, "Payload structure").
 */
export interface LeadEvent {
	type: 'lead.created';
	/** When the lead was received, ISO 8601 in UTC: the same in every repeat. */
	timestamp: string;
	data: {
		version: typeof EVENT_VERSION;
		/** The site's id. */
		site: string;
		/** The lead by the field names of contract/, but for the time, which is ISO 8601. */
		lead: Omit<Lead, 'receivedAt'> & { receivedAt: string };
		/** The lead as a person reads it, in the site's language: for a chat or an e-mail, where nobody maps fields. */
		summary: string;
		/** The destination the lead has not reached in time, when it comes by the site's second way. */
		lateAt?: string;
	};
}

/**
 * The event of a lead. The currency of its prices and the unit of its areas are always said, for a receiver does not
 * know the site's own.
 */
export function toEvent(lead: Lead, context: VendorContext): LeadEvent {
	const whole = withUnits(lead, context);
	const receivedAt = new Date(lead.receivedAt).toISOString();
	const details = toDetails(whole, new Set(), context.texts);
	const note = context.lateAt === undefined ? '' : `${toLateNote(context.lateAt, context.texts)}\n\n`;
	return {
		type: 'lead.created',
		timestamp: receivedAt,
		data: {
			version: EVENT_VERSION,
			site: context.site,
			lead: { ...whole, receivedAt },
			summary: note + toFreeText(lead.message, details, context.texts),
			...(context.lateAt !== undefined && { lateAt: context.lateAt }),
		},
	};
}
