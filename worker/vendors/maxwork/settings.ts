import * as z from 'zod/mini';
import { AMENITIES, PROPERTY_TYPES } from '../../../contract/field.ts';

/** A word or a number of the vendor's; `null` for what it has no word for, so that it stays in the details block. */
const word = z.nullable(z.string().check(z.minLength(1, 'write the word the vendor gave you, or null')));

/**
 * Maxwork's settings.
 * - `mode`: `lead` sends a plain enquiry; `qualification` sends the wishes in their fields, which moves the lead to
 *   the qualification stage. There is no default: any single qualification field decides it, so you have to.
 * - `userId`: a Maxwork user (`Internal_UserId`) who gets the leads instead of the agency's Lead Manager.
 *   Qualification mode only.
 * - `keysInLeadMode`: lead mode only. Sends `External_LeadId` and `Created_At` too. They stand in the vendor's table
 *   of qualification fields, so they may move the lead; set it to true once the vendor has told you they don't.
 * - `afterUnknown`: when a call got no clear answer, `repeat` sends the same lead again, `park` leaves it to a person.
 * - `spelling`: the vendor's example writes `LeadTypeId` and `Property_Type`, its table `LeadType_Id` and
 *   `PropertyTypeId`. The example's way is the default.
 * - `phoneFormat`: `e164` (`+351912345678`), or `national` (`912345678`) for Portuguese numbers, as in the example.
 * - `propertyTypes`: the vendor's word for each kind of property. Only `ManorHouse` is published.
 * - `attributes`: the vendor's name, or number, for each amenity. The eight published names are the default.
 * - `userAgent`: the `User-Agent` header.
 */
export const maxworkSettings = z
	.strictObject({
		mode: z.enum(['lead', 'qualification']),
		userId: z.optional(z.string().check(z.minLength(1, "write the user's id, such as '524'"))),
		keysInLeadMode: z._default(z.boolean(), false),
		afterUnknown: z._default(z.enum(['repeat', 'park']), 'repeat'),
		spelling: z._default(z.enum(['example', 'table']), 'example'),
		phoneFormat: z._default(z.enum(['e164', 'national']), 'e164'),
		propertyTypes: z._default(z.partialRecord(z.enum(PROPERTY_TYPES), word), {}),
		attributes: z._default(
			z.partialRecord(
				z.enum(AMENITIES),
				z.union([word, z.int().check(z.minimum(0))], 'write a name, a number or null'),
			),
			{},
		),
		userAgent: z._default(
			z.string().check(z.regex(/^[\x21-\x7e][\x20-\x7e]*$/, 'write plain ASCII, such as Doorstep')),
			'Doorstep',
		),
	})
	.check(
		z.refine(({ mode, userId }) => mode === 'qualification' || userId === undefined, {
			path: ['userId'],
			error: "Internal_UserId is a qualification field; take it out, or set mode: 'qualification'",
		}),
	);

export type MaxworkSettings = z.infer<typeof maxworkSettings>;
export type MaxworkInput = z.input<typeof maxworkSettings>;
/** `token` goes into the address, `user` is the issued user name and goes into the header of that name. */
export type MaxworkRole = 'token' | 'user';
