import type { Amenity, Intent, PropertyType } from '../../../contract/field.ts';

/** Maxwork's words for what a lead says, as its "Qualifications" page lists them. */

/** `LeadTypeId` takes a digit in a string: seller 1, buyer 2. There is no renter and no landlord: see `BUSINESS`. */
export const LEAD_TYPES: Record<Intent, string> = { sell: '1', let: '1', buy: '2', rent: '2' };

/** `Business_TypeId` takes a word, despite its name. With it a renter is a buyer who rents (inferred). */
export const BUSINESS: Record<Intent, string> = { sell: 'Sale', let: 'Rent', buy: 'Sale', rent: 'Rent' };

/** `Listing_ClassId` takes a word too. */
export const CLASSES = { residential: 'Residential', commercial: 'Commercial' } as const;

/** Kinds of property that are business property by themselves. */
export const COMMERCIAL_TYPES: readonly PropertyType[] = ['shop', 'office', 'warehouse'];

/**
 * The only published word for a property type is `ManorHouse`, and it says more than "house": it is sent, and the
 * visitor's own answer stays in the details block.
 */
export const PROPERTY_TYPE_WORDS: Partial<Record<PropertyType, string>> = { house: 'ManorHouse' };

/**
 * `Listing_Attributes` by name. The page numbers them as well (parking is 0): "can be sent as numbers or strings".
 * It has no word for a view.
 */
export const ATTRIBUTES: Partial<Record<Amenity, string | number>> = {
	parking: 'Parking_Space',
	lift: 'Lift',
	balcony: 'Balcony',
	pool: 'Swimming_Pool',
	terrace: 'Terrace',
	garden: 'Garden_Area',
	storage: 'Storage',
	airConditioning: 'Air_Conditioning',
};

/** Kinds of property that Maxwork knows as an attribute of another property. */
export const TYPE_ATTRIBUTES: Partial<Record<PropertyType, Amenity>> = { parking: 'parking', storage: 'storage' };

/** Every field this adapter may send: what a refusal may name. */
export const BODY_FIELDS = [
	'Public_Reference',
	'Sender_Name',
	'Sender_Email',
	'Sender_Phone',
	'Message',
	'Lead_Status',
	'Internal_UserId',
	'External_LeadId',
	'Created_At',
	'LeadTypeId',
	'LeadType_Id',
	'Business_TypeId',
	'Listing_ClassId',
	'Property_Type',
	'PropertyTypeId',
	'Price_Min',
	'Price_Max',
	'Room_Min',
	'Room_Max',
	'Area_Min',
	'Area_Max',
	'Listing_Attributes',
	'Total_Floor',
	'Floor',
	'Latitude',
	'Longitude',
	'Expiration_Date',
	'Notes',
] as const;
