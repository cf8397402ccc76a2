import * as z from 'zod/mini';
import { PROPERTY_TYPES, TIME_FRAMES } from '../../../contract/field.ts';
import { DETAIL_PATHS } from '../details-block.ts';

/** Longest `source` (help.lofty.com, "Lead Organization with Sources"). */
const SOURCE_MAX_LENGTH = 100;

/** `stage` is "less than 20 characters" (Lofty API reference, 6.44 LeadRequest). */
const STAGE_MAX_LENGTH = 19;

/** Longest tag a careful client sends; Lofty publishes no limit. */
export const TAG_MAX_LENGTH = 64;

/** Lofty's ids are 64-bit, more than a JavaScript number holds exactly, so they are written as strings. */
const id = () => z.string().check(z.regex(/^\d{1,19}$/, "write the id's digits as a string, such as '10000000514'"));
const words = (max: number) => z.string().check(z.minLength(1, 'write at least one character'), z.maxLength(max));

/** What a custom attribute may be filled from: any single value of a lead. */
const SOURCES = new Set<string>(DETAIL_PATHS.filter((path) => path !== 'consent'));

/** One of the team's custom fields (6.20 CustomAttribute) and the path of the lead's value that fills it. */
const customAttribute = z.strictObject({
	attributeName: words(200),
	attributeType: z.optional(words(50)),
	params: z.optional(z.string()),
	from: z
		.string()
		.check(z.refine((path) => SOURCES.has(path), "write a value's path in the lead, such as attribution.utm_source")),
});

/**
 * Lofty's settings.
 * - `auth`: `token` for an API key (Settings → Integrations → API), `bearer` for an OAuth access token. The header
 *   differs by that one word, and the wrong one is answered 401.
 * - `source`: what the lead is from, in reports and routing rules. A missing one is shown as "Other".
 * - `assignedUserId` **or** `leadRouting: true`: who gets the lead. Exactly one: the API reference says that routing
 *   only runs when asked for, the developer site that it runs by itself, so nothing is left to either.
 * - `assignGroupId`: whose routing rules: `-1` the company's, else an office id. With `leadRouting` only.
 * - `ownershipScope`: who sees the lead; `OFFICE` and `PERSONAL` need `ownershipId` (the office's, the agent's).
 * - `stage`: the pipeline stage to start in, by the team's name for it. Lofty's default when absent.
 * - `tags`: tags to add; those the contact has are kept (`tagsAdd`).
 * - `tagListing`: also tags the contact with the listing's reference.
 * - `leadAlert`: e-mails the agent about a new lead. `welcomeEmail`: e-mails the visitor, so false unless wished.
 * - `propertyTypes`: Lofty's words for kinds of property, over the two defaults seen in its documents.
 * - `buyingTimeFrames`, `sellingTimeFrames`, `languages`: your account's values; Lofty's lists are not published,
 *   so nothing is sent where nothing is mapped. `languages` is by ISO 639-1 code.
 * - `customAttributes`: the team's custom fields to fill.
 * - `callsPerMinute`: your account's limit: 500 for a registered app in production, 100 in development, 10 without one.
 *   100 when absent with `bearer`, 10 with `token`.
 * - `visitAsActivity`: records a wished visit as a showing request beside the note.
 */
export const loftySettings = z
	.strictObject({
		auth: z.enum(['token', 'bearer']),
		source: z
			.string()
			.check(
				z.trim(),
				z.minLength(1, 'write what your leads come from, such as elm.example'),
				z.maxLength(SOURCE_MAX_LENGTH, `write at most ${SOURCE_MAX_LENGTH} characters`),
			),
		assignedUserId: z.optional(id()),
		leadRouting: z._default(z.boolean(), false),
		assignGroupId: z.optional(
			z.string().check(z.regex(/^(-1|\d{1,19})$/, "write '-1' or an office id's digits as a string")),
		),
		ownershipScope: z.optional(z.enum(['TEAM', 'OFFICE', 'PERSONAL'])),
		ownershipId: z.optional(id()),
		stage: z.optional(
			z
				.string()
				.check(
					z.minLength(1, 'write a stage of your pipeline, or take this out'),
					z.maxLength(STAGE_MAX_LENGTH, 'write less than 20 characters; Lofty takes no longer stage'),
				),
		),
		tags: z._default(z.array(words(TAG_MAX_LENGTH)), []),
		tagListing: z._default(z.boolean(), true),
		leadAlert: z._default(z.boolean(), true),
		welcomeEmail: z._default(z.boolean(), false),
		propertyTypes: z._default(z.partialRecord(z.enum(PROPERTY_TYPES), words(50)), {}),
		buyingTimeFrames: z._default(z.partialRecord(z.enum(TIME_FRAMES), words(50)), {}),
		sellingTimeFrames: z._default(z.partialRecord(z.enum(TIME_FRAMES), words(50)), {}),
		languages: z._default(z.record(z.string().check(z.regex(/^[a-z]{2,3}$/)), words(50)), {}),
		customAttributes: z._default(z.array(customAttribute), []),
		callsPerMinute: z.optional(z.int().check(z.minimum(1, 'write how many calls, at least 1'))),
		visitAsActivity: z._default(z.boolean(), false),
	})
	.check(
		z.refine((settings) => (settings.assignedUserId !== undefined) !== settings.leadRouting, {
			error: 'write either assignedUserId or leadRouting: true, and not both',
			path: ['leadRouting'],
		}),
		z.refine((settings) => settings.assignGroupId === undefined || settings.leadRouting, {
			error: 'goes with leadRouting: true only; take it out',
			path: ['assignGroupId'],
		}),
		z.refine(
			({ ownershipScope, ownershipId }) =>
				(ownershipScope === 'OFFICE' || ownershipScope === 'PERSONAL') === (ownershipId !== undefined),
			{
				error: "write it with ownershipScope OFFICE (the office's id) or PERSONAL (the agent's id), and only then",
				path: ['ownershipId'],
			},
		),
	);

export type LoftySettings = z.infer<typeof loftySettings>;
export type LoftyInput = z.input<typeof loftySettings>;
export type LoftyRole = 'apiKey';
