import * as z from 'zod';

/**
 * The bodies Lofty takes, after its API reference (https://api.lofty.com/docs): LeadRequest, LeadInquiryReq,
 * LeadPropertyReq, Location, LeadActivityReq and NoteRequest, with the limits those pages give. Nothing is marked
 * required there. In production unknown fields seem to be dropped in silence, so that a misspelt one loses the
 * visitor's words: the sandbox refuses them instead.
 */

const text = z.string().optional();
/** int64: a number that may be larger than what a double holds exactly. */
const long = z.number().refine(Number.isInteger, 'is not a whole number').optional();
const int = z.int().optional();
const flag = z.boolean().optional();
const double = z.number().optional();
const email = z.string().regex(/^\S+@\S+$/, 'is not an e-mail address');
/** "No more than 20 characters per phone". */
const phone = z.string().min(1).max(20);
/** `MMM d, yyyy` */
const birthday = z
	.string()
	.regex(/^[A-Z][a-z]{2} \d{1,2}, \d{4}$/, 'is not MMM d, yyyy')
	.optional();

/** Where a buyer looks; decides the routing of everyone but sellers. */
const location = z.strictObject({
	city: text,
	stateCode: text,
	county: text,
	zipCode: text,
	streetAddress: text,
	description: text,
});

/** `POST /v1.0/leads/{leadId}/inquiry`, and `inquiry` of a lead. Bathrooms are strings, bedrooms integers. */
export const loftyInquiry = z.strictObject({
	priceMin: long,
	priceMax: long,
	bedroomsMin: int,
	bedroomsMax: int,
	bathroomsMin: text,
	bathroomsMax: text,
	propertyType: z.array(z.string()).optional(),
	locations: z.array(location).optional(),
});

/** `POST /v1.0/leads/{leadId}/property`, and `property` of a lead. `lotSize` is in acres. */
export const loftyProperty = z.strictObject({
	price: long,
	priceMin: long,
	priceMax: long,
	bedrooms: int,
	bathrooms: double,
	squareFeet: long,
	lotSize: double,
	floors: int,
	parkingSpace: long,
	propertyType: text,
	streetAddress: text,
	city: text,
	county: text,
	state: text,
	zipCode: text,
	listingId: text,
	autoListingId: long,
	siteListingUrl: text,
	pictureUrl: text,
	listingStatus: text,
	label: text,
	labelList: text,
	labelType: text,
	mailAddress: flag,
	note: text,
});

const customAttribute = z.strictObject({ attributeName: z.string(), attributeType: text, params: text, value: text });

const familyMember = z.strictObject({
	firstName: text,
	lastName: text,
	emails: z.array(email).optional(),
	phones: z.array(phone).optional(),
	birthday,
	relationship: text,
});

/** `POST /v1.0/leads` */
export const loftyLeadRequest = z.strictObject({
	firstName: z.string().max(30).optional(),
	lastName: z.string().max(30).optional(),
	emails: z.array(email).optional(),
	phones: z.array(phone).optional(),
	leadType: z.literal([-1, 1, 2, 3, 5]).optional(),
	leadTypes: z.array(z.literal([-1, 1, 2, 5, 6, 7, 8, 9])).optional(),
	streetAddress: text,
	city: text,
	state: text,
	zipCode: text,
	language: text,
	birthday,
	leadFamilyMemberList: z.array(familyMember).max(4).optional(),
	referredBy: text,
	source: z.string().max(100).optional(),
	/** "less than 20 characters" */
	stage: z.string().max(19).optional(),
	tags: z.array(z.string()).optional(),
	tagsAdd: z.array(z.string()).optional(),
	groups: z.array(z.string()).optional(),
	segments: z.array(z.string()).optional(),
	assignedUserId: long,
	assignGroupId: long,
	leadRouting: flag,
	ownershipScope: z.enum(['TEAM', 'OFFICE', 'PERSONAL']).optional(),
	ownershipId: long,
	isPrivate: flag,
	leadAlert: flag,
	welcomeEmail: flag,
	cannotCall: flag,
	cannotText: flag,
	cannotEmail: flag,
	unsubscription: flag,
	content: text,
	isPin: flag,
	customAttributeList: z.array(customAttribute).optional(),
	buyingTimeFrame: text,
	sellingTimeFrame: text,
	buyHouse: text,
	houseToSell: text,
	fthb: text,
	preQual: text,
	mortgage: text,
	withBuyerAgent: text,
	withListingAgent: text,
	inquiry: loftyInquiry.optional(),
	property: loftyProperty.optional(),
});

/** `POST /v1.0/leads/{leadId}/activity`; `created` in milliseconds. The list of types is only partly published. */
export const loftyActivityRequest = z.strictObject({
	type: z.string().min(1),
	created: long,
	link: text,
	listing: loftyProperty.optional(),
	pageName: text,
	picture: text,
	scheduledDate: text,
	text,
});

/** `POST /v1.0/notes` */
export const loftyNoteRequest = z.strictObject({
	leadId: z.number().refine(Number.isInteger, 'is not a whole number'),
	content: z.string().min(1),
	isPin: flag,
});
