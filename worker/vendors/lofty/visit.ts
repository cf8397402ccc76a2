import type { Lead } from '../../../contract/lead.ts';
import type { VendorCall, VendorRequest } from '../vendor.ts';
import { ID_PATTERN } from './ids.ts';
import { toListingAddress } from './property.ts';
import { toHeaders } from './request.ts';
import type { LoftyRole, LoftySettings } from './settings.ts';

type Call = VendorCall<LoftySettings, LoftyRole>;

/**
 * A wished visit as an activity of type `Request`, "when the lead submits a showing request for a property":
 * `POST /v1.0/leads/{leadId}/activity` (5.5.13, 6.32 LeadActivityReq). The form of `scheduledDate` is not documented;
 * the calendar day is sent as `YYYY-MM-DD`. The wish stands in the lead's note as well, so a refusal loses nothing.
 */
export function toVisits(lead: Lead, reference: string, call: Call): VendorRequest[] {
	const { visitDate, visitSlot } = lead.wishes ?? {};
	if (!call.settings.visitAsActivity || !visitDate || !ID_PATTERN.test(reference)) return [];
	const { texts } = call.context;
	const { reference: listingId, url } = lead.listing ?? {};
	const listing = {
		...toListingAddress(lead),
		...(listingId && { listingId }),
		...(url && { siteListingUrl: url }),
	};
	const body = {
		type: 'Request',
		created: lead.receivedAt,
		scheduledDate: visitDate,
		...(visitSlot && { text: `${texts.labels['wishes.visitSlot']}: ${texts.values[`visitSlot.${visitSlot}`]}` }),
		...(url && { link: url }),
		...(Object.keys(listing).length > 0 && { listing }),
	};
	return [
		{
			method: 'POST',
			// The id goes into the address as the digits it came in.
			url: `${call.baseUrl}/v1.0/leads/${reference}/activity`,
			headers: { ...toHeaders(call), 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		},
	];
}
