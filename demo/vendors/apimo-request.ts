import * as z from 'zod';

/**
 * The body Apimo takes, after its page "Webservice & API", agencies/leads. The example writes every value as a
 * string, so anything else is refused; empty strings stand in the example and pass. Only `reference` is required.
 */

const text = z.string();
const orEmpty = (pattern: RegExp, message: string) =>
	z.string().refine((value) => value === '' || pattern.test(value), message);
const id = orEmpty(/^\d+$/, 'is not an id in a string');
const number = orEmpty(/^\d+(\.\d+)?$/, 'is not a number in a string');
const language = orEmpty(/^[a-z]{2}$/, 'is not an ISO 639-1 code');
const country = orEmpty(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 code');
const email = orEmpty(/^\S+@\S+$/, 'is not an e-mail address');
/** MySQL format; the example of the rental period has the day alone. */
const day = orEmpty(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?$/, 'is not in MySQL format');

/** `POST /agencies/{agency_id}/leads` */
export const apimoRequest = z.strictObject({
	/** "Your own unique reference". */
	reference: z.string().min(1, 'is required'),
	date: z
		.string()
		.regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, 'is not Y-m-d H:i:s')
		.optional(),
	step: id.optional(),
	type: id.optional(),
	language: language.optional(),
	country: country.optional(),
	title: id.optional(),
	lastname: text.optional(),
	firstname: text.optional(),
	email: email.optional(),
	phone: text.optional(),
	fax: text.optional(),
	mobile: text.optional(),
	address: text.optional(),
	address_more: text.optional(),
	zipcode: text.optional(),
	city: text.optional(),
	message: text.optional(),
	recipient_lastname: text.optional(),
	recipient_firstname: text.optional(),
	recipient_email: email.optional(),
	area_min: number.optional(),
	area_max: number.optional(),
	area_unit: id.optional(),
	room_min: number.optional(),
	room_max: number.optional(),
	bedroom_min: number.optional(),
	bedroom_max: number.optional(),
	price_min: number.optional(),
	price_max: number.optional(),
	currency: orEmpty(/^[A-Z]{3}$/, 'is not an ISO 4217 code').optional(),
	start_at: day.optional(),
	end_at: day.optional(),
	referral: id.optional(),
	subreferral: id.optional(),
	property_reference: text.optional(),
	property_address: text.optional(),
	property_address_more: text.optional(),
	property_zipcode: text.optional(),
	property_city: text.optional(),
	property_country: country.optional(),
	property_category: id.optional(),
	/** "Types of the property (separate with a comma)". */
	property_types: orEmpty(/^\d+(,\d+)*$/, 'is not a list of ids, with commas').optional(),
	/** Spelled like this in the document, twice. */
	property_sybtype: id.optional(),
	property_view_landscape: id.optional(),
	property_location: id.optional(),
});
