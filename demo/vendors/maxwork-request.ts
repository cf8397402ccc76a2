import * as z from 'zod';

/**
 * The body Maxwork takes, after its page "Qualifications". The page's example writes every value as a string,
 * numbers too, so a bare number is refused; only `Listing_Attributes` "can be sent as numbers or strings".
 * Where table and example spell a field differently, both spellings are documented and both pass.
 */

const text = z.string().min(1);
const number = z.string().regex(/^-?\d+(\.\d+)?$/, 'is not a number in a string');
/** `2025-04-03T11:17:31.212Z` */
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'is not a UTC time with milliseconds');

const ATTRIBUTES = {
	Parking_Space: 0,
	Lift: 1,
	Balcony: 5,
	Swimming_Pool: 7,
	Terrace: 8,
	Garden_Area: 9,
	Storage: 11,
	Air_Conditioning: 51,
} as const;

const attribute = z.union([
	z.enum(Object.keys(ATTRIBUTES) as [keyof typeof ATTRIBUTES, ...(keyof typeof ATTRIBUTES)[]]),
	z.number().refine((id) => (Object.values(ATTRIBUTES) as number[]).includes(id), 'is not a known attribute'),
]);

/** `POST /listingexport/leads` */
export const maxworkRequest = z.strictObject({
	// Listing identification and lead information: all required by the page's tables.
	/** The public reference of a listing, or the word "None". */
	Public_Reference: z.string().regex(/^(\d+-\d+|None)$/, 'is not a public reference'),
	Sender_Name: text,
	Sender_Email: z.string().regex(/^\S+@\S+$/, 'is not an e-mail address'),
	Sender_Phone: text,
	Message: text,
	Lead_Status: z.enum(['New', 'Contacted', 'Archived']),

	// Qualification: any of them moves the lead to the qualification stage.
	Internal_UserId: number.optional(),
	External_LeadId: text.optional(),
	Created_At: time.optional(),
	Expiration_Date: time.optional(),
	/** Seller 1, buyer 2. */
	LeadTypeId: z.enum(['1', '2']).optional(),
	LeadType_Id: z.enum(['1', '2']).optional(),
	Business_TypeId: z.enum(['Sale', 'Rent']).optional(),
	Listing_ClassId: z.enum(['Residential', 'Commercial']).optional(),
	/** The list of words is not published; `ManorHouse` is the example's. */
	Property_Type: z
		.string()
		.regex(/^[A-Za-z]+$/, 'is not a property type')
		.optional(),
	PropertyTypeId: z
		.string()
		.regex(/^[A-Za-z]+$/, 'is not a property type')
		.optional(),
	Price_Min: number.optional(),
	Price_Max: number.optional(),
	Room_Min: number.optional(),
	Room_Max: number.optional(),
	Area_Min: number.optional(),
	Area_Max: number.optional(),
	Listing_Attributes: z.array(attribute).optional(),
	Latitude: number.optional(),
	Longitude: number.optional(),
	Notes: z.string().optional(),
	Floor: text.optional(),
	Total_Floor: text.optional(),
});
