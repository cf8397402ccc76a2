import type { Lead } from '../../../contract/lead.ts';
import { splitName } from '../person.ts';
import { toPhoneKind } from '../phone-kind.ts';
import { findId } from './catalog.ts';
import type { ApimoSettings } from './settings.ts';

/** Values of the body, by the vendor's names. All are strings, as in its example. */
export type ApimoFields = Record<string, string | undefined>;

/**
 * Who asks: name, language, numbers and postal address of the customer. `recipient_*` is never sent: it would write to
 * a third person.
 * @param taken gets the paths whose value a field carries whole
 */
export function toPerson(lead: Lead, settings: ApimoSettings, taken: Set<string>): ApimoFields {
	const { street, street2, postalCode, city } = lead.address ?? {};
	for (const part of ['street', 'street2', 'postalCode', 'city', 'country']) taken.add(`address.${part}`);
	taken.add('email');
	return {
		...toLocale(lead, taken),
		// The answer is free text, an id says less: it stays in the details block too.
		title: findId(lead.title, settings.titles),
		...toName(lead, taken),
		email: lead.email || undefined,
		...toNumbers(lead, taken),
		address: street,
		address_more: street2,
		zipcode: postalCode,
		city,
	};
}

/** Language in two letters, and the customer's country: of the address, or else the one the language tag names. */
function toLocale(lead: Lead, taken: Set<string>): ApimoFields {
	const [language = '', ...subtags] = lead.language?.split('-') ?? [];
	const region = subtags.find((subtag) => /^[A-Z]{2}$/.test(subtag));
	const known = language.length === 2;
	const country = lead.address?.country ?? region;
	if (known && [language, ...(country === region && region ? [region] : [])].join('-') === lead.language) {
		taken.add('language');
	}
	return { language: known ? language : undefined, country };
}

/** A name of one word is a last name (inferred). A name that had to be split is a guess: it stays in the block. */
function toName(lead: Lead, taken: Set<string>): ApimoFields {
	taken.add('firstName').add('lastName');
	const { first, last } = splitName(lead);
	const single = !lead.firstName && !lead.lastName && last === '';
	const lastname = single ? first : last;
	if (lastname === lead.name) taken.add('name');
	return { lastname: lastname || undefined, firstname: single ? undefined : first || undefined };
}

/** A known mobile goes into `mobile`, any other number into `phone`; the second number into the field that is left. */
function toNumbers(lead: Lead, taken: Set<string>): ApimoFields {
	const fields: ApimoFields = {};
	for (const path of ['phone', 'phone2'] as const) {
		const e164 = lead[`${path}E164`];
		const number = e164 ?? lead[path];
		if (number === undefined) continue;
		const wanted = e164 !== undefined && toPhoneKind(e164) === 'mobile' ? 'mobile' : 'phone';
		const other = wanted === 'mobile' ? 'phone' : 'mobile';
		fields[fields[wanted] === undefined ? wanted : other] = number;
		if (number === lead[path]) taken.add(path);
	}
	return fields;
}
