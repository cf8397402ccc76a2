import * as z from 'zod/mini';
import { AMENITIES, CONSENT_PURPOSES, INTENTS, PROPERTY_TYPES, TIME_FRAMES, VISIT_SLOTS } from './field.ts';
import {
	COUNT_MAX,
	EMAIL_MAX_LENGTH,
	LINE_MAX_LENGTH,
	LIST_MAX_ITEMS,
	MESSAGE_MAX_LENGTH,
	NUMBER_MAX,
	PHONE_MAX_LENGTH,
	PROOF_MAX_LENGTH,
	STAMP_MAX_LENGTH,
	URL_MAX_LENGTH,
} from './limits.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const line = () => z.optional(text(LINE_MAX_LENGTH));
const url = () => z.optional(text(URL_MAX_LENGTH));
const amount = () => z.optional(z.number().check(z.minimum(0), z.maximum(NUMBER_MAX)));
const count = () => z.optional(z.int().check(z.minimum(0), z.maximum(COUNT_MAX)));
/** `z.iso.date()` by another way: all that `z.iso` knows would come with it into the Worker. */
const date = () => z.optional(z.stringFormat('date', isDate));
const country = () => z.optional(z.string().check(z.regex(/^[A-Z]{2}$/)));
const currency = () => z.optional(z.string().check(z.regex(/^[A-Z]{3}$/)));
const list = <T extends readonly [string, ...string[]]>(values: T) =>
	z.optional(z.array(z.enum(values)).check(z.maxLength(LIST_MAX_ITEMS)));

/** The person's own postal address. `country` is ISO 3166-1 alpha-2. */
const address = z.strictObject({
	street: line(),
	street2: line(),
	city: line(),
	region: line(),
	postalCode: line(),
	country: country(),
});

/**
 * The listing the visitor was looking at, as the page told it. `reference` is what the ad prints;
 * `propertyId`, `unit` and `floorPlan` are the vendor's ids where the embed gives them, and count only if the
 * site's settings name them. `price` is in whole or decimal `currency` units (ISO 4217), never cents.
 */
const listing = z.strictObject({
	reference: line(),
	propertyId: line(),
	unit: line(),
	floorPlan: line(),
	url: url(),
	title: line(),
	street: line(),
	city: line(),
	county: line(),
	region: line(),
	postalCode: line(),
	country: country(),
	price: amount(),
	currency: currency(),
	operation: z.optional(z.enum(['sale', 'rent', 'season'])),
	type: z.optional(z.enum(PROPERTY_TYPES)),
	bedrooms: count(),
	bathrooms: amount(),
	area: amount(),
	areaUnit: z.optional(z.enum(['m2', 'ft2'])),
});

/**
 * What the visitor is looking for. Prices in `currency` units (the site's currency when absent); areas in
 * `areaUnit`; dates are calendar days `YYYY-MM-DD`; `lotArea` is in `areaUnit` too; halves are allowed for
 * bathrooms only. `segment` tells homes from business property; `until` is when the wish expires.
 */
const wishes = z.strictObject({
	priceMin: amount(),
	priceMax: amount(),
	currency: currency(),
	bedroomsMin: count(),
	bedroomsMax: count(),
	roomsMin: count(),
	roomsMax: count(),
	bathroomsMin: amount(),
	bathroomsMax: amount(),
	areaMin: amount(),
	areaMax: amount(),
	areaUnit: z.optional(z.enum(['m2', 'ft2'])),
	lotArea: amount(),
	types: list(PROPERTY_TYPES),
	subtype: line(),
	segment: z.optional(z.enum(['residential', 'commercial'])),
	amenities: list(AMENITIES),
	floor: line(),
	floors: count(),
	parking: count(),
	moveIn: date(),
	moveOut: date(),
	leaseMonths: count(),
	timeFrame: z.optional(z.enum(TIME_FRAMES)),
	place: line(),
	placeCity: line(),
	placeRegion: line(),
	placePostalCode: line(),
	placeCountry: country(),
	latitude: z.optional(z.number().check(z.minimum(-90), z.maximum(90))),
	longitude: z.optional(z.number().check(z.minimum(-180), z.maximum(180))),
	occupants: count(),
	pets: line(),
	visitDate: date(),
	visitSlot: z.optional(z.enum(VISIT_SLOTS)),
	until: date(),
});

/** Where the visitor came from: the page, the referrer, campaign parameters and click ids, all as the page had them. */
const attribution = z.strictObject({
	page: url(),
	firstPage: url(),
	referrer: url(),
	utm_source: line(),
	utm_medium: line(),
	utm_campaign: line(),
	utm_term: line(),
	utm_content: line(),
	gclid: url(),
	gbraid: url(),
	wbraid: url(),
	fbclid: url(),
	msclkid: url(),
	ttclid: url(),
});

/**
 * One answer to one consent wording: `given: false` is kept too (GDPR Art. 7(1) asks for proof of what was
 * answered). `wordingId` and `wordingHash` name the exact text shown, as the `Form` gave them.
 */
const consent = z.strictObject({
	purpose: z.enum(CONSENT_PURPOSES),
	given: z.boolean(),
	wordingId: line(),
	wordingHash: line(),
});

/**
 * What speaks for the sender being a person, and is never part of the lead: it is not stored, and may differ between
 * repeats. `stamp` and `solution` answer what `GET /v1/sites/:site/challenge` gave: the signed time stamp as it was, and
 * the solved proof of work (an ALTCHA payload: base64 of JSON). `turnstile` is Cloudflare's token. `trap` is what stands
 * in an input that no person sees.
 */
const proof = z.strictObject({
	stamp: z.optional(text(STAMP_MAX_LENGTH)),
	solution: z.optional(text(PROOF_MAX_LENGTH)),
	turnstile: z.optional(text(PROOF_MAX_LENGTH)),
	trap: line(),
});

/**
 * What a browser sends to `POST /v1/sites/:site/leads`: everything as typed, in one strict shape.
 *
 * `id` is a UUID (RFC 9562) made once per submission intent and kept over retries and reloads. `phone` is what
 * the visitor typed; the Worker adds the E.164 form. `phoneCountry` (ISO 3166-1 alpha-2) is the country the
 * visitor chose for it, else the site's. `unfinished` says that answers may follow: the lead is safe at once and goes
 * out when the visitor has finished, or after the grace time. Unknown keys are refused.
 */
export const leadInput = z.strictObject({
	id: z.uuid(),
	name: line(),
	firstName: line(),
	lastName: line(),
	title: line(),
	email: z.optional(text(EMAIL_MAX_LENGTH)),
	phone: z.optional(text(PHONE_MAX_LENGTH)),
	phone2: z.optional(text(PHONE_MAX_LENGTH)),
	phoneCountry: country(),
	message: z.optional(text(MESSAGE_MAX_LENGTH)),
	address: z.optional(address),
	intent: list(INTENTS),
	wishes: z.optional(wishes),
	listing: z.optional(listing),
	consent: z.optional(z.array(consent).check(z.maxLength(LIST_MAX_ITEMS))),
	language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.maxLength(35))),
	attribution: z.optional(attribution),
	unfinished: z.optional(z.boolean()),
	proof: z.optional(proof),
});

/**
 * What a browser sends to `POST /v1/sites/:site/leads/:id/answers`: further answers to a lead that was sent
 * `unfinished`, each field as in the lead. `finished` says that no more will come.
 */
export const answersInput = z.extend(z.omit(leadInput, { id: true, unfinished: true, proof: true }), {
	finished: z.optional(z.boolean()),
});

/** Further answers as a browser sends them. */
export type AnswersInput = z.infer<typeof answersInput>;

/** A lead as a browser sends it. */
export type LeadInput = z.infer<typeof leadInput>;

/**
 * A lead as the Worker keeps and relays it: the input, cleaned, with what only the Worker knows.
 * `phoneE164`/`phone2E164` are ITU-T E.164 with the plus sign; `receivedAt` is epoch milliseconds on the Worker's clock.
 */
export type Lead = Omit<LeadInput, 'proof'> & {
	phoneE164?: string | undefined;
	phone2E164?: string | undefined;
	receivedAt: number;
	/** The consents, sealed: a compact JWS (RFC 7515; worker/receipt/receipt.ts). Absent without `RECEIPT_KEY`. */
	receipt?: string | undefined;
};

/** Further answers to a lead, cleaned, without what only steers them. */
export type Answers = Partial<Omit<Lead, 'id' | 'receivedAt' | 'unfinished'>>;

export type Listing = z.infer<typeof listing>;
export type Wishes = z.infer<typeof wishes>;
export type Address = z.infer<typeof address>;
export type Attribution = z.infer<typeof attribution>;
export type Consent = z.infer<typeof consent>;
export type Proof = z.infer<typeof proof>;

/** Whether a text is a day of the calendar, as ISO 8601 writes it: what comes back from a `Date` as it went in. */
function isDate(text: string): boolean {
	const time = Date.parse(text);
	return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
