import type { Lead } from '../../../contract/lead.ts';
import { toDetails, toFreeText } from '../details-block.ts';
import { toFullName } from '../person.ts';
import { withUnits } from '../units.ts';
import type { VendorCall, VendorRequest } from '../vendor.ts';
import { type MaxworkFields, toQualification } from './qualification.ts';
import type { MaxworkRole, MaxworkSettings } from './settings.ts';

type Call = VendorCall<MaxworkSettings, MaxworkRole>;

/** What stands for the listing where a lead has none (the page: "for Manual Leads you need to add the "None" value"). */
const NO_LISTING = 'None';

/**
 * `POST /listingexport/leads?token=…`. `Lead_Status` is always `New`: the other words change or archive leads, and no
 * visitor may. Lead mode sends the six fields of a lead and nothing of the qualification table, so all wishes stand in
 * the message's details block. Qualification mode sends the wishes in their fields; the block follows the visitor's
 * message, and stands in `Notes` as well, where the qualification is read.
 */
export function toRequest(lead: Lead, call: Call): VendorRequest {
	const { settings, secrets, context, baseUrl } = call;
	const taken = new Set<string>(['email']);
	const person = toPerson(lead, settings, taken);
	const fields = settings.mode === 'qualification' ? toQualification(lead, settings, context, taken) : {};
	const keys = toKeys(lead, settings, taken);
	const details = toDetails(withUnits(lead, context), taken, context.texts);
	const message = lead.message?.trim() ? lead.message : context.texts.noMessage;

	const body: MaxworkFields = {
		...person,
		Message: toFreeText(message, details, context.texts),
		Lead_Status: 'New',
		...keys,
		...fields,
		...(settings.mode === 'qualification' &&
			details.length > 0 && { Notes: toFreeText(undefined, details, context.texts) }),
	};
	return {
		method: 'POST',
		// The token is part of the address: it is put in here and the address is kept nowhere.
		url: `${baseUrl}/listingexport/leads?${new URLSearchParams({ token: secrets.token })}`,
		headers: {
			'Content-Type': 'application/json',
			Accept: 'application/json',
			user: secrets.user,
			'User-Agent': settings.userAgent,
		},
		body: JSON.stringify(body),
	};
}

/** Who asks, and about what. A missing e-mail or phone is left out: a made-up one would join strangers into one contact. */
function toPerson(lead: Lead, settings: MaxworkSettings, taken: Set<string>): MaxworkFields {
	const name = toFullName(lead);
	taken.add('name');
	if (lead.name === undefined) taken.add('firstName').add('lastName');
	const phone = toPhone(lead, settings);
	if (phone === lead.phone) taken.add('phone');
	taken.add('listing.reference');
	return {
		Public_Reference: lead.listing?.reference ?? NO_LISTING,
		Sender_Name: name || undefined,
		Sender_Email: lead.email,
		Sender_Phone: phone,
	};
}

/** The number in E.164, or, where the site wants it, without +351. */
function toPhone({ phone, phoneE164 }: Lead, { phoneFormat }: MaxworkSettings): string | undefined {
	return phoneFormat === 'national' ? (phoneE164?.replace(/^\+351/, '') ?? phone) : (phoneE164 ?? phone);
}

/** What tells one lead from another, and who is to get it. */
function toKeys(lead: Lead, settings: MaxworkSettings, taken: Set<string>): MaxworkFields {
	if (settings.mode === 'lead' && !settings.keysInLeadMode) return {};
	taken.add('id');
	return {
		Internal_UserId: settings.userId,
		External_LeadId: lead.id,
		Created_At: new Date(lead.receivedAt).toISOString(),
	};
}
