/**
 * The names of everything a visitor can answer. One name serves everywhere: the input's `name`, the path
 * in the lead's JSON, `field` in a problem's issues, and the row of the vendor mapping.
 */

/** Fields of the person. */
export const PERSON_FIELDS = [
	'name',
	'firstName',
	'lastName',
	'title',
	'email',
	'phone',
	'phone2',
	'address.street',
	'address.street2',
	'address.city',
	'address.region',
	'address.postalCode',
	'address.country',
] as const;

/** Fields of what the person is looking for, or has to offer. */
export const WISH_FIELDS = [
	'wishes.priceMin',
	'wishes.priceMax',
	'wishes.currency',
	'wishes.bedroomsMin',
	'wishes.bedroomsMax',
	'wishes.roomsMin',
	'wishes.roomsMax',
	'wishes.bathroomsMin',
	'wishes.bathroomsMax',
	'wishes.areaMin',
	'wishes.areaMax',
	'wishes.areaUnit',
	'wishes.lotArea',
	'wishes.types',
	'wishes.subtype',
	'wishes.segment',
	'wishes.amenities',
	'wishes.floor',
	'wishes.floors',
	'wishes.parking',
	'wishes.moveIn',
	'wishes.moveOut',
	'wishes.leaseMonths',
	'wishes.timeFrame',
	'wishes.place',
	'wishes.placeCity',
	'wishes.placeRegion',
	'wishes.placePostalCode',
	'wishes.placeCountry',
	'wishes.latitude',
	'wishes.longitude',
	'wishes.occupants',
	'wishes.pets',
	'wishes.visitDate',
	'wishes.visitSlot',
	'wishes.until',
] as const;

/** All fields a form can ask, in the order in which forms and details blocks list them. */
export const FIELDS = [...PERSON_FIELDS, 'message', 'intent', ...WISH_FIELDS] as const;

/** The name of one field: its path in the lead. */
export type FieldName = (typeof FIELDS)[number];

/** What is told beside the visitor's answers: the consents, the listing, where the visitor came from. */
export const CONTEXT_FIELDS = [
	'consent',
	'listing.reference',
	'listing.propertyId',
	'listing.unit',
	'listing.floorPlan',
	'listing.title',
	'listing.street',
	'listing.city',
	'listing.county',
	'listing.region',
	'listing.postalCode',
	'listing.country',
	'listing.price',
	'listing.currency',
	'listing.operation',
	'listing.type',
	'listing.bedrooms',
	'listing.bathrooms',
	'listing.area',
	'listing.areaUnit',
	'listing.url',
	'phoneCountry',
	'language',
	'id',
	'attribution.page',
	'attribution.firstPage',
	'attribution.referrer',
	'attribution.utm_source',
	'attribution.utm_medium',
	'attribution.utm_campaign',
	'attribution.utm_term',
	'attribution.utm_content',
	'attribution.gclid',
	'attribution.gbraid',
	'attribution.wbraid',
	'attribution.fbclid',
	'attribution.msclkid',
	'attribution.ttclid',
] as const;

/** The name of one thing told beside the answers: its path in the lead. */
export type ContextName = (typeof CONTEXT_FIELDS)[number];

/** What the person wants. A lead may hold several. */
export const INTENTS = ['buy', 'rent', 'sell', 'let'] as const;
export type Intent = (typeof INTENTS)[number];

/** Canonical property types; each vendor maps them to its own words or ids. */
export const PROPERTY_TYPES = [
	'apartment',
	'house',
	'land',
	'shop',
	'parking',
	'building',
	'office',
	'warehouse',
	'storage',
] as const;
export type PropertyType = (typeof PROPERTY_TYPES)[number];

/** Canonical amenities; each vendor maps them to its own words or ids. */
export const AMENITIES = [
	'parking',
	'lift',
	'balcony',
	'pool',
	'terrace',
	'garden',
	'storage',
	'airConditioning',
	'seaView',
	'mountainView',
] as const;
export type Amenity = (typeof AMENITIES)[number];

/** When the person means to move, for sales. */
export const TIME_FRAMES = ['now', 'threeMonths', 'sixMonths', 'year', 'later'] as const;
export type TimeFrame = (typeof TIME_FRAMES)[number];

/** Part of the day for a visit. */
export const VISIT_SLOTS = ['morning', 'afternoon', 'evening'] as const;
export type VisitSlot = (typeof VISIT_SLOTS)[number];

/**
 * What a consent is for: to be answered at all (`contact`), to be answered by one channel (phone call, text message,
 * e-mail), marketing at all, or marketing by one channel. A site may ask for each apart.
 */
export const CONSENT_PURPOSES = [
	'contact',
	'marketing',
	'call',
	'text',
	'email',
	'marketing.call',
	'marketing.text',
	'marketing.email',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
