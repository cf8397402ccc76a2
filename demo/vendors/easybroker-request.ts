import * as z from 'zod';

/**
 * The bodies EasyBroker takes, after its guide "Contact Request" and its reference
 * (https://dev.easybroker.com/reference/post_contact-requests-1). Nothing but these fields is accepted.
 */

/** The guide asks for an e-mail, the reference for e-mail or phone: the looser of the two, so neither is contradicted. */
const email = z.string().regex(/^\S+@\S+$/, 'is not an e-mail address');

/**
 * `POST /integration_partners/contact_requests`. `source` stands in the guide's list of mandatory fields, but the
 * guide's own example has none: optional here, so that the example passes. `remote_id` is a number in the example.
 */
export const easyBrokerPartnerRequest = z
	.strictObject({
		property_id: z.string().min(1, "can't be blank"),
		name: z.string().optional(),
		email: email.optional(),
		phone: z.string().min(1, "can't be blank").optional(),
		message: z.string().trim().min(1, "can't be blank"),
		source: z.string().min(1, "can't be blank").optional(),
		remote_id: z.int().positive(),
	})
	.refine((body) => body.email !== undefined || body.phone !== undefined, {
		path: ['email'],
		message: "can't be blank when there is no phone",
	});

/**
 * `POST /contact_requests`, an agency's own endpoint: `source` is required and `remote_id` is not a field. With a
 * property, one of name, e-mail and phone is needed; without one, name, message, and e-mail or phone.
 */
export const easyBrokerAccountRequest = z
	.strictObject({
		property_id: z.string().min(1, "can't be blank").optional(),
		name: z.string().min(1, "can't be blank").optional(),
		email: email.optional(),
		phone: z.string().min(1, "can't be blank").optional(),
		message: z.string().trim().min(1, "can't be blank").optional(),
		source: z.string().min(1, "can't be blank"),
	})
	.superRefine((body, context) => {
		const blank = (field: string, why: string) => context.addIssue({ code: 'custom', path: [field], message: why });
		const reachable = body.email !== undefined || body.phone !== undefined;
		if (body.property_id !== undefined) {
			if (!reachable && body.name === undefined) blank('name', "can't be blank when there is no e-mail and no phone");
			return;
		}
		if (body.name === undefined) blank('name', "can't be blank when there is no property");
		if (body.message === undefined) blank('message', "can't be blank when there is no property");
		if (!reachable) blank('email', "can't be blank when there is no property and no phone");
	});
