import type { Lead } from '../../../contract/lead.ts';
import { toDetails, toFreeText } from '../details-block.ts';
import { toFullName } from '../person.ts';
import { UnsendableLead } from '../unsendable-lead.ts';
import type { VendorCall, VendorRequest } from '../vendor.ts';
import type { EasyBrokerRole, EasyBrokerSettings } from './settings.ts';

type Call = VendorCall<EasyBrokerSettings, EasyBrokerRole>;

/** The path of contact requests: posted to, and listed from. */
export function toPath({ mode }: EasyBrokerSettings): string {
	return mode === 'partner' ? '/integration_partners/contact_requests' : '/contact_requests';
}

/** EasyBroker's public id of the property the lead is about: trimmed and upper-cased, as its clients do. */
export function toPropertyId(lead: Lead): string | undefined {
	return lead.listing?.reference?.trim().toUpperCase() || undefined;
}

/** The headers of every call. `Country-Code` is partner mode's; a missing one answers 401. */
export function toHeaders({ settings, secrets }: Call): Record<string, string> {
	return {
		'X-Authorization': secrets.apiKey,
		...(settings.mode === 'partner' && { 'Country-Code': settings.country }),
		...(settings.usePartnerCode && { 'Use-Partner-Code': 'true' }),
		Accept: 'application/json',
	};
}

/**
 * `POST /integration_partners/contact_requests` (partner) or `POST /contact_requests` (account).
 * Nothing but the six fields is accepted, so all else goes into the message's details block. `remote_id` must be
 * a number (partner mode): it is the delivery's number; the lead's id stands in the block.
 * @throws {UnsendableLead} in partner mode, when the lead names no listing
 */
export function toRequest(lead: Lead, call: Call): VendorRequest {
	const { settings, context } = call;
	const partner = settings.mode === 'partner';
	const taken = new Set<string>(['name', 'email']);
	const propertyId = toPropertyId(lead);
	if (partner && propertyId === undefined) {
		throw new UnsendableLead(
			'the lead names no listing, and partner mode needs its public id; check what the page gives',
		);
	}
	if (propertyId === lead.listing?.reference) taken.add('listing.reference');
	if (lead.phoneE164 !== undefined && lead.phoneE164 === lead.phone) taken.add('phone');
	const name = toFullName(lead);
	if (lead.name === undefined) taken.add('firstName').add('lastName');

	const body = {
		...(propertyId && { property_id: propertyId }),
		...(name && { name }),
		...(lead.email && { email: lead.email }),
		...(lead.phone && { phone: lead.phoneE164 ?? lead.phone }),
		message: toFreeText(
			lead.message?.trim() ? lead.message : context.texts.noMessage,
			toDetails(lead, taken, context.texts),
			context.texts,
		),
		source: settings.source,
		...(partner && { remote_id: context.number }),
	};
	return {
		method: 'POST',
		url: call.baseUrl + toPath(settings),
		headers: { ...toHeaders(call), 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	};
}
