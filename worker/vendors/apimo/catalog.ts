import type { Amenity, Intent, PropertyType } from '../../../contract/field.ts';

/**
 * Ids of Apimo's catalogues, as public code that quotes the official list has them (docs/vendors/apimo.md, "Sources").
 * An agency verifies them once with `GET /catalogs/{name}`; every one can be changed in its settings.
 */

/** `property_category`: sale 1, rental 2. Owners who sell or let have none: the category is that of a wish. */
export const CATEGORIES: Partial<Record<Intent, string>> = { buy: '1', rent: '2' };

/** `property_category` by the listing's operation; 3 is a seasonal rental. */
export const OPERATION_CATEGORIES = { sale: '1', rent: '2', season: '3' } as const;

/** `property_type`. 8 is a boat, which nobody is asked for. */
export const PROPERTY_TYPE_IDS: Record<PropertyType, string> = {
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

/** The kinds of business property: 4, 7 and 9. */
export const COMMERCIAL_TYPES: readonly PropertyType[] = ['shop', 'office', 'warehouse'];

/** `property_subtype` by the word a visitor may write, in lower case. Part of the catalogue only. */
export const SUBTYPE_IDS: Record<string, string> = {
	triplex: '1',
	penthouse: '4',
	studio: '6',
	château: '7',
	duplex: '9',
	manoir: '10',
	ferme: '11',
	loft: '12',
	'maison de village': '13',
	villa: '14',
	'maison de ville': '25',
	chalet: '32',
	'hôtel particulier': '37',
};

/** `property_view_landscape`: sea 1, mountains 2. */
export const VIEW_IDS: Partial<Record<Amenity, string>> = { seaView: '1', mountainView: '2' };

/** The id of a word in a map whose keys are written by people: capitals and blanks at the ends don't matter. */
export function findId(word: string | undefined, ids: Record<string, string | null>): string | undefined {
	const wanted = word?.trim().toLowerCase();
	const entry = Object.entries(ids).find(([key]) => key.trim().toLowerCase() === wanted);
	return entry?.[1] ?? undefined;
}
