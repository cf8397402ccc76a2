import type { FieldName } from './field.ts';

/** Autofill field names (https://html.spec.whatwg.org/#autofill-field; WCAG 1.3.5) of what a browser may know. */
const TOKENS: Partial<Record<FieldName, string>> = {
	name: 'name',
	firstName: 'given-name',
	lastName: 'family-name',
	title: 'honorific-prefix',
	email: 'email',
	phone: 'tel',
	'address.street': 'address-line1',
	'address.street2': 'address-line2',
	'address.city': 'address-level2',
	'address.region': 'address-level1',
	'address.postalCode': 'postal-code',
	'address.country': 'country',
};

/** The `autocomplete` token of a field; `off` for what no browser can know, such as a message. */
export function toAutocomplete(name: FieldName): string {
	return TOKENS[name] ?? 'off';
}
