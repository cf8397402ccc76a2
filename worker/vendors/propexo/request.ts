import type { Lead } from '../../../contract/lead.ts';
import { type Detail, toDetails, toFreeText } from '../details-block.ts';
import { splitName } from '../person.ts';
import { withUnits } from '../units.ts';
import type { VendorCall, VendorRequest } from '../vendor.ts';
import { toFloorPlanId, toLeadSourceId, toPropertyId, toUnitId } from './routing.ts';
import type { PropexoRole, PropexoSettings } from './settings.ts';
import { toWishes } from './wishes.ts';

type Call = VendorCall<PropexoSettings, PropexoRole>;

/** The headers of every call. */
export function toHeaders({ secrets }: Call): Record<string, string> {
	return { Authorization: `Bearer ${secrets.token}`, Accept: 'application/json' };
}

/**
 * `POST /v1/leads/resman/` (with its slash). The later update call has no notes, so everything the visitor said is in
 * this one.
 * @throws {UnsendableLead} when no property can be told from the listing
 */
export function toRequest(lead: Lead, call: Call): VendorRequest {
	const { settings, context } = call;
	const { texts } = context;
	const taken = new Set<string>(['email']);
	const ids = toIds(lead, settings, taken);
	const person = toPerson(lead, settings, taken);
	const wishes = toWishes(lead, context, taken);
	const details = [...toNameGaps(lead, call), ...toDetails(withUnits(lead, context), taken, texts)];
	const body = {
		...ids,
		...person,
		notes: toFreeText(lead.message, details, texts),
		...wishes,
	};
	return {
		method: 'POST',
		url: `${call.baseUrl}/v1/leads/resman/`,
		headers: { ...toHeaders(call), 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	};
}

/** The ids that route the lead, all from the settings. The page's own names for them stay in the details block. */
function toIds(lead: Lead, settings: PropexoSettings, taken: Set<string>) {
	const propertyId = toPropertyId(lead, settings);
	const unitId = toUnitId(lead, settings);
	const floorPlanId = toFloorPlanId(lead, settings);
	if (lead.listing?.propertyId === propertyId) taken.add('listing.propertyId');
	if (unitId !== undefined && lead.listing?.unit === unitId) taken.add('listing.unit');
	if (floorPlanId !== undefined && lead.listing?.floorPlan === floorPlanId) taken.add('listing.floorPlan');
	return {
		integration_id: settings.integrationId,
		lead_source_id: toLeadSourceId(lead, settings),
		employee_id: settings.employeeId,
		property_id: propertyId,
		...(unitId !== undefined && { unit_id: unitId }),
		...(floorPlanId !== undefined && { floor_plan_id: floorPlanId }),
	};
}

/** The person. `address_*`, `city`, `state`, `zip` are where the person lives, not where they want to rent. */
function toPerson(lead: Lead, settings: PropexoSettings, taken: Set<string>) {
	const { first, last } = splitName(lead);
	// A name from one box was split by a guess, so the original stays in the block (`name` is never taken).
	taken.add('firstName').add('lastName');
	const phone = lead.phoneE164 ?? lead.phone;
	const phone2 = lead.phone2E164 ?? lead.phone2;
	if (phone === lead.phone) taken.add('phone');
	if (phone2 === lead.phone2) taken.add('phone2');
	const { street, street2, city, region, postalCode } = lead.address ?? {};
	for (const part of ['street', 'street2', 'city', 'region', 'postalCode']) taken.add(`address.${part}`);
	return {
		first_name: first || settings.lastNamePlaceholder,
		last_name: last || settings.lastNamePlaceholder,
		...(lead.email && { email_1: lead.email }),
		// The default is HOME for the first number; what people type into a web form is a mobile (our conclusion).
		...(phone && { phone_1: phone, phone_1_type: 'MOBILE' }),
		...(phone2 && { phone_2: phone2, phone_2_type: 'MOBILE' }),
		...(street && { address_1: street }),
		...(street2 && { address_2: street2 }),
		...(city && { city }),
		...(region && { state: region }),
		...(postalCode && { zip: postalCode }),
	};
}

/** Rows that say which name the visitor did not give, so that nobody takes the placeholder for one. */
function toNameGaps(lead: Lead, { context: { texts } }: Call): Detail[] {
	const { first, last } = splitName(lead);
	const gap = (path: 'firstName' | 'lastName'): Detail => ({ path, label: texts.labels[path], value: '–' });
	return [...(first ? [] : [gap('firstName')]), ...(last ? [] : [gap('lastName')])];
}
