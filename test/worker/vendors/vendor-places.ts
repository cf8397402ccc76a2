import type { Lead } from '../../../contract/lead.ts';

/**
 * Where a value of a lead may stand in a vendor's payload, told by the vendors' documents and not by the adapters: which
 * member, and in which form. What is in no such place has to have a row in the details block.
 */

/** A member of the body, and what it holds for this value; nothing where it can't hold this value whole. */
export type Place = readonly [member: string, form: (value: never, lead: Lead) => unknown];

const same: Place[1] = (value: unknown) => value;
const text: Place[1] = (value: unknown) => String(value);
/** A number that has to be whole, as text or as a number. */
const wholeText: Place[1] = (value: number) => (Number.isInteger(value) ? String(value) : undefined);
const whole: Place[1] = (value: number) => (Number.isInteger(value) ? value : undefined);
/** Plain digits: no vendor reads an exponent. */
const decimal: Place[1] = (value: number) =>
	/e/.test(String(value))
		? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
		: String(value);
const fullName: Place[1] = (_value: string, lead: Lead) =>
	lead.name ?? [lead.firstName, lead.lastName].filter(Boolean).join(' ');
const unlessNamed: Place[1] = (value: string, lead: Lead) =>
	lead.name === undefined ? fullName(value as never, lead) : undefined;
const streets: Place[1] = (_value: string, { address }: Lead) =>
	[address?.street, address?.street2].filter(Boolean).join(', ');
/** A Lofty description: the place in words, then a region that is no state's code. */
const placeAndRegion: Place[1] = (_value: string, { wishes }: Lead) =>
	[wishes?.place, wishes?.placeRegion].filter(Boolean).join(', ');
/** Square metres, whole; `country` decides where the lead says no unit. */
const squareMetres =
	(country: string): Place[1] =>
	(value: number, lead: Lead) =>
		(lead.wishes?.areaUnit ?? (country === 'US' ? 'ft2' : 'm2')) === 'm2' ? wholeText(value as never, lead) : undefined;
const single =
	(map: Record<string, string>): Place[1] =>
	(values: string[]) =>
		values.length === 1 ? map[values[0] as string] : undefined;

/** For each path of a lead, the members that may hold its value. */
export type Places = Readonly<Record<string, readonly Place[]>>;

const maxworkLead: Places = {
	name: [['Sender_Name', same]],
	firstName: [['Sender_Name', unlessNamed]],
	lastName: [['Sender_Name', unlessNamed]],
	email: [['Sender_Email', same]],
	phone: [['Sender_Phone', same]],
	'listing.reference': [['Public_Reference', same]],
};

const lofty: Places = {
	name: [['fullName', same]],
	firstName: [['firstName', same]],
	lastName: [['lastName', same]],
	email: [['emails.0', same]],
	phone: [['phones.0', same]],
	phone2: [
		['phones.0', same],
		['phones.1', same],
	],
	'address.street': [['streetAddress', streets]],
	'address.street2': [['streetAddress', streets]],
	'address.city': [['city', same]],
	'address.region': [['state', same]],
	'address.postalCode': [['zipCode', same]],
	// Who looks for a home has an inquiry, who only offers one a property.
	'listing.reference': [['property.listingId', same]],
	'wishes.priceMin': [
		['inquiry.priceMin', whole],
		['property.priceMin', whole],
	],
	'wishes.priceMax': [
		['inquiry.priceMax', whole],
		['property.priceMax', whole],
	],
	'wishes.bedroomsMin': [
		['inquiry.bedroomsMin', same],
		['property.bedrooms', same],
	],
	'wishes.bedroomsMax': [
		['inquiry.bedroomsMax', same],
		['property.bedrooms', same],
	],
	'wishes.bathroomsMin': [
		['inquiry.bathroomsMin', decimal],
		['property.bathrooms', same],
	],
	'wishes.bathroomsMax': [
		['inquiry.bathroomsMax', decimal],
		['property.bathrooms', same],
	],
	'wishes.floors': [['property.floors', same]],
	'wishes.parking': [['property.parkingSpace', same]],
	'wishes.place': [
		['inquiry.locations.0.description', same],
		['inquiry.locations.0.description', placeAndRegion],
	],
	'wishes.placeCity': [['inquiry.locations.0.city', same]],
	'wishes.placeRegion': [
		['inquiry.locations.0.stateCode', same],
		['inquiry.locations.0.description', placeAndRegion],
	],
	'wishes.placePostalCode': [['inquiry.locations.0.zipCode', same]],
};

const easyBroker: Places = {
	name: [['name', same]],
	firstName: [['name', unlessNamed]],
	lastName: [['name', unlessNamed]],
	email: [['email', same]],
	phone: [['phone', same]],
	'listing.reference': [['property_id', same]],
};

/** By the ids of scripts/vendor-modes.ts. */
export const PLACES: Readonly<Record<string, Places>> = {
	'maxwork-lead': maxworkLead,
	'maxwork-qualification': {
		...maxworkLead,
		id: [['External_LeadId', same]],
		intent: [['LeadTypeId', single({ sell: '1', let: '1', buy: '2', rent: '2' })]],
		'wishes.segment': [
			['Listing_ClassId', (value: string) => ({ residential: 'Residential', commercial: 'Commercial' })[value]],
		],
		'wishes.priceMin': [['Price_Min', wholeText]],
		'wishes.priceMax': [['Price_Max', wholeText]],
		'wishes.roomsMin': [['Room_Min', text]],
		'wishes.roomsMax': [['Room_Max', text]],
		'wishes.areaMin': [['Area_Min', squareMetres('PT')]],
		'wishes.areaMax': [['Area_Max', squareMetres('PT')]],
		'wishes.amenities': [['Listing_Attributes', same]],
		'wishes.floor': [['Floor', same]],
		'wishes.floors': [['Total_Floor', text]],
		'wishes.latitude': [['Latitude', text]],
		'wishes.longitude': [['Longitude', text]],
		'wishes.until': [['Expiration_Date', (value: string) => `${value}T23:59:59.999Z`]],
	},
	propexo: {
		firstName: [['first_name', same]],
		lastName: [['last_name', same]],
		email: [['email_1', same]],
		phone: [['phone_1', same]],
		phone2: [['phone_2', same]],
		'address.street': [['address_1', same]],
		'address.street2': [['address_2', same]],
		'address.city': [['city', same]],
		'address.region': [['state', same]],
		'address.postalCode': [['zip', same]],
		'listing.propertyId': [['property_id', same]],
		'listing.unit': [['unit_id', same]],
		'wishes.bedroomsMin': [['desired_num_bedrooms', same]],
		'wishes.bathroomsMin': [['desired_num_bathrooms', same]],
		'wishes.leaseMonths': [['desired_lease_term_in_months', same]],
		'wishes.moveIn': [['target_move_in_date', (value: string) => `${value}T00:00:00Z`]],
	},
	'lofty-looks': lofty,
	'lofty-offers': lofty,
	'easybroker-partner': easyBroker,
	'easybroker-account': easyBroker,
	apimo: {
		id: [['reference', same]],
		name: [['lastname', same]],
		firstName: [['firstname', same]],
		lastName: [['lastname', same]],
		email: [['email', same]],
		phone: [
			['mobile', same],
			['phone', same],
		],
		phone2: [
			['mobile', same],
			['phone', same],
		],
		'address.street': [['address', same]],
		'address.street2': [['address_more', same]],
		'address.postalCode': [['zipcode', same]],
		'address.city': [['city', same]],
		'address.country': [['country', same]],
		'listing.reference': [['property_reference', same]],
		intent: [
			['property_category', single({ buy: '1', rent: '2' })],
			['property_category', (values: string[], lead: Lead) => season(values, lead)],
		],
		'wishes.types': [['property_types', (values: string[]) => values.map((type) => APIMO_TYPES[type]).join(',')]],
		'wishes.amenities': [['property_view_landscape', single({ seaView: '1', mountainView: '2' })]],
		'wishes.priceMin': [['price_min', wholeText]],
		'wishes.priceMax': [['price_max', wholeText]],
		'wishes.currency': [['currency', same]],
		'wishes.bedroomsMin': [['bedroom_min', text]],
		'wishes.bedroomsMax': [['bedroom_max', text]],
		'wishes.roomsMin': [['room_min', text]],
		'wishes.roomsMax': [['room_max', text]],
		'wishes.areaMin': [['area_min', squareMetres('FR')]],
		'wishes.areaMax': [['area_max', squareMetres('FR')]],
		'wishes.areaUnit': [['area_unit', (value: string) => (value === 'm2' ? '1' : undefined)]],
		'wishes.moveIn': [['start_at', same]],
		'wishes.moveOut': [['end_at', same]],
		'wishes.placeCity': [['property_city', same]],
		'wishes.placePostalCode': [['property_zipcode', same]],
		'wishes.placeCountry': [['property_country', same]],
	},
	webhook: {},
};

/** Apimo's catalogue `property_type`. */
const APIMO_TYPES: Record<string, string> = {
	apartment: '1',
	house: '2',
	land: '3',
	shop: '4',
	parking: '5',
	building: '6',
	office: '7',
	warehouse: '9',
	storage: '10',
};

/** Maxwork's words for amenities. It has none for a view. */
export const MAXWORK_ATTRIBUTES: Record<string, string> = {
	parking: 'Parking_Space',
	lift: 'Lift',
	balcony: 'Balcony',
	pool: 'Swimming_Pool',
	terrace: 'Terrace',
	garden: 'Garden_Area',
	storage: 'Storage',
	airConditioning: 'Air_Conditioning',
};

function season(values: string[], lead: Lead): string | undefined {
	return values.length === 1 && values[0] === 'rent' && lead.listing?.operation === 'season' ? '3' : undefined;
}
