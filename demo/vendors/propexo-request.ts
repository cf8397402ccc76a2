import * as z from 'zod';

/** The bodies Propexo takes for ResMan. Its reference marks six fields of a lead as required, and says no more of their form. */

const id = z.string().min(1, 'is required');
const phoneType = z.enum(['FAX', 'HOME', 'MOBILE', 'WORK']);
const amount = z.number().nonnegative();

/** `POST /v1/leads/resman/` (https://docs.propexo.com/api-reference/resman/leads/create-lead-res-man). */
export const propexoLeadRequest = z.strictObject({
	integration_id: id,
	lead_source_id: id,
	employee_id: id,
	property_id: id,
	first_name: z.string().trim().min(1, 'is required'),
	last_name: z.string().trim().min(1, 'is required'),
	unit_id: id.optional(),
	floor_plan_id: id.optional(),
	email_1: z
		.string()
		.regex(/^\S+@\S+$/, 'is not an e-mail address')
		.optional(),
	phone_1: z.string().min(1).optional(),
	phone_1_type: phoneType.optional(),
	phone_2: z.string().min(1).optional(),
	phone_2_type: phoneType.optional(),
	address_1: z.string().optional(),
	address_2: z.string().optional(),
	city: z.string().optional(),
	state: z.string().optional(),
	zip: z.string().optional(),
	notes: z.string().optional(),
	desired_num_bedrooms: amount.optional(),
	desired_num_bathrooms: amount.optional(),
	desired_max_rent_in_cents: amount.optional(),
	desired_lease_term_in_months: amount.optional(),
	/** Documented as a string; the example is an ISO 8601 time, of which the day counts. */
	target_move_in_date: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
});

/**
 * `POST /v1/events/leads/resman/`
 * (https://docs.propexo.com/api-reference/resman/events/create-lead-event-resman), with its sixteen event names.
 */
export const propexoEventRequest = z.strictObject({
	integration_id: id,
	lead_id: id,
	event_name: z.enum([
		'EmailToProspect',
		'EmailFromILS',
		'EmailFromProspect',
		'Email',
		'CallToProspect',
		'CallFromProspect',
		'Phone',
		'Show',
		'WalkIn',
		'Contact',
		'Other',
		'Cancel',
		'ReActivate',
		'TextToProspect',
		'TextFromProspect',
		'Application',
	]),
	event_datetime: z.iso.datetime({ offset: true }),
	lead_source_id: id.optional(),
	unit_id: id.optional(),
	notes: z.string().optional(),
	reasons_for_event: z.string().optional(),
});
