import type { Lead } from '../../../contract/lead.ts';
import { splitName } from '../person.ts';

/** Longest first or last name (developer.lofty.com, "Leads"). */
const NAME_MAX_LENGTH = 30;

/** Longest phone number (Lofty API reference, 6.44 LeadRequest). E.164 has at most 16 characters. */
const PHONE_MAX_LENGTH = 20;

/** The person's own fields of a lead request. */
export interface LoftyContact {
	firstName?: string;
	lastName?: string;
	emails?: string[];
	phones?: string[];
	streetAddress?: string;
	city?: string;
	state?: string;
	zipCode?: string;
}

/** Maps the person, and adds to `taken` what is carried whole. A cut name stays in the details block. */
export function toContact(lead: Lead, taken: Set<string>): LoftyContact {
	const { first, last, clean } = splitName(lead);
	const firstName = cut(first, NAME_MAX_LENGTH);
	const lastName = cut(last, NAME_MAX_LENGTH);
	if (firstName === lead.firstName) taken.add('firstName');
	if (lastName === lead.lastName) taken.add('lastName');
	if (clean && `${firstName} ${lastName}` === lead.name) taken.add('name');

	const phones: string[] = [];
	for (const field of ['phone', 'phone2'] as const) {
		const number = lead[`${field}E164`] ?? lead[field];
		if (number === undefined || number.length > PHONE_MAX_LENGTH) continue;
		phones.push(number);
		if (number === lead[field]) taken.add(field);
	}
	if (lead.email) taken.add('email');

	const { street, street2, city, region, postalCode } = lead.address ?? {};
	const streetAddress = [street, street2].filter(Boolean).join(', ');
	for (const part of ['street', 'street2', 'city', 'region', 'postalCode']) taken.add(`address.${part}`);
	return {
		...(firstName && { firstName }),
		...(lastName && { lastName }),
		...(lead.email && { emails: [lead.email] }),
		...(phones.length > 0 && { phones }),
		...(streetAddress && { streetAddress }),
		...(city && { city }),
		...(region && { state: region }),
		...(postalCode && { zipCode: postalCode }),
	};
}

/** The first `max` UTF-16 code units, without half a character at the end. */
function cut(value: string, max: number): string {
	return value.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
}
