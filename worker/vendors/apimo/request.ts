import type { Lead } from '../../../contract/lead.ts';
import { toLocalDateTime } from '../dates.ts';
import { toDetails, toFreeText } from '../details-block.ts';
import { withUnits } from '../units.ts';
import type { VendorCall, VendorRequest } from '../vendor.ts';
import { toCriteria } from './criteria.ts';
import { type ApimoFields, toPerson } from './person.ts';
import { toProperty, toType } from './property.ts';
import type { ApimoRole, ApimoSettings } from './settings.ts';

type Call = VendorCall<ApimoSettings, ApimoRole>;

/** The address of an agency's leads: posted to, and listed from. */
export function toAddress({ baseUrl, settings }: Call): string {
	return `${baseUrl}/agencies/${settings.agencyId}/leads`;
}

/** The headers of every call: Basic authentication (RFC 7617) with `provider:token`. */
export function toHeaders({ secrets }: Call): Record<string, string> {
	return { Authorization: `Basic ${toBase64(`${secrets.provider}:${secrets.token}`)}`, Accept: 'application/json' };
}

/**
 * `POST /agencies/{agency_id}/leads`. Only `reference` is required and must be unique: it is the lead's id. All values
 * are strings, as in the vendor's example. What has no field goes into the message's details block.
 */
export function toRequest(lead: Lead, call: Call): VendorRequest {
	const { settings, context } = call;
	const taken = new Set<string>(['id']);
	const person = toPerson(lead, settings, taken);
	const criteria = toCriteria(lead, settings, context, taken);
	const property = toProperty(lead, settings, taken);
	const message = toFreeText(lead.message, toDetails(withUnits(lead, context), taken, context.texts), context.texts);

	const body: ApimoFields = {
		reference: lead.id,
		date: toLocalDateTime(lead.receivedAt, settings.timeZone),
		step: settings.step,
		type: toType(lead, settings),
		...person,
		message: message || undefined,
		...criteria,
		referral: toReferral(lead, settings),
		subreferral: settings.subreferral,
		...property,
	};
	return {
		method: 'POST',
		url: toAddress(call),
		headers: { ...toHeaders(call), 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	};
}

/** The source of the lead: the one for its campaign, else the site's. Anyone can write an address, so only own keys count. */
function toReferral({ attribution }: Lead, { referrals, referral }: ApimoSettings): string | undefined {
	const campaign = attribution?.utm_source ?? '';
	return Object.hasOwn(referrals, campaign) ? referrals[campaign] : referral;
}

/** Base64 of UTF-8: `btoa` alone throws for anything beyond Latin-1. */
function toBase64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
