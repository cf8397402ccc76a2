import * as z from 'zod/mini';
import { AMENITIES, INTENTS, PROPERTY_TYPES } from '../../../contract/field.ts';
import { isTimeZone } from '../dates.ts';

/** An id of one of Apimo's catalogues, as text. */
const id = () => z.string().check(z.regex(/^\d+$/, "write the catalogue's id as text, such as '1'"));

/** The same, or `null` for what has no id, so that it stays in the details block. */
const idOrNone = () => z.nullable(id());

/**
 * Apimo's settings. Ids are those of its catalogues, `GET /catalogs/{name}`.
 * - `agencyId`: the agency's number, part of the address.
 * - `callsPerDay`: how many calls a day your provider account has, look-ups included; 1,000 when absent, the figure of
 *   the most complete public client.
 * - `timeZone`: the zone of the agency's clock, in which `date` is written. The vendor's sample shows Paris time.
 * - `step`: catalogue `lead_step`; the vendor's default is 1.
 * - `types`: catalogue `lead_type`, by what the visitor wants; `other` where the visitor named nothing. Nothing is sent
 *   where nothing is written here: the catalogue isn't public.
 * - `titles`: catalogue `contact_title`, by the form's answer, such as `{ Mme: '…', 'M.': '…' }`. Capitals don't matter.
 * - `propertyTypes`: catalogue `property_type`, by kind of property; changes single ids of the default.
 * - `subtypes`: catalogue `property_subtype`, by the form's answer; changes or adds to the default.
 * - `views`: catalogue `property_view_landscape`, by amenity; changes single ids of the default.
 * - `areaUnit`: the id of the square metre in catalogue `unit_area`.
 * - `referral`, `subreferral`: where the agency counts these leads from, catalogue `referral`.
 * - `referrals`: another `referral` for single values of `utm_source`.
 */
export const apimoSettings = z.strictObject({
	agencyId: z.string().check(z.regex(/^\d+$/, "write the agency's number as text, such as '1234'")),
	callsPerDay: z.optional(z.int().check(z.minimum(1, 'write how many calls, at least 1'))),
	timeZone: z._default(
		z.string().check(z.refine(isTimeZone, { error: 'write an IANA zone, such as Europe/Paris' })),
		'Europe/Paris',
	),
	step: z._default(id(), '1'),
	types: z._default(z.partialRecord(z.enum([...INTENTS, 'other']), id()), {}),
	titles: z._default(z.record(z.string(), id()), {}),
	propertyTypes: z._default(z.partialRecord(z.enum(PROPERTY_TYPES), idOrNone()), {}),
	subtypes: z._default(z.record(z.string(), idOrNone()), {}),
	views: z._default(z.partialRecord(z.enum(AMENITIES), idOrNone()), {}),
	areaUnit: z._default(id(), '1'),
	referral: z.optional(id()),
	subreferral: z.optional(id()),
	referrals: z._default(z.record(z.string(), id()), {}),
});

export type ApimoSettings = z.infer<typeof apimoSettings>;
export type ApimoInput = z.input<typeof apimoSettings>;
/** `provider` and `token` are the two halves of the Basic credentials. */
export type ApimoRole = 'provider' | 'token';
