import type { FieldName, Intent } from '../../contract/field.ts';
import type { StepName } from '../texts/texts.ts';

/** Questions that are about one thing, so that they stand together. */
export interface QuestionGroup {
	name: StepName;
	fields: readonly FieldName[];
}

/** All further questions by what they are about, in the order in which they are asked. */
export const QUESTION_GROUPS: readonly QuestionGroup[] = [
	{ name: 'intent', fields: ['intent'] },
	{
		name: 'home',
		fields: [
			'wishes.segment',
			'wishes.types',
			'wishes.subtype',
			'wishes.roomsMin',
			'wishes.roomsMax',
			'wishes.bedroomsMin',
			'wishes.bedroomsMax',
			'wishes.bathroomsMin',
			'wishes.bathroomsMax',
		],
	},
	{
		name: 'size',
		fields: [
			'wishes.areaMin',
			'wishes.areaMax',
			'wishes.areaUnit',
			'wishes.lotArea',
			'wishes.floor',
			'wishes.floors',
			'wishes.parking',
			'wishes.amenities',
		],
	},
	{ name: 'budget', fields: ['wishes.priceMin', 'wishes.priceMax', 'wishes.currency'] },
	{
		name: 'place',
		fields: [
			'wishes.place',
			'wishes.placeCity',
			'wishes.placeRegion',
			'wishes.placePostalCode',
			'wishes.placeCountry',
			'wishes.latitude',
			'wishes.longitude',
		],
	},
	{
		name: 'when',
		fields: ['wishes.moveIn', 'wishes.moveOut', 'wishes.leaseMonths', 'wishes.timeFrame', 'wishes.until'],
	},
	{ name: 'visit', fields: ['wishes.visitDate', 'wishes.visitSlot'] },
	{ name: 'household', fields: ['wishes.occupants', 'wishes.pets'] },
	{
		name: 'address',
		fields: [
			'address.street',
			'address.street2',
			'address.city',
			'address.region',
			'address.postalCode',
			'address.country',
		],
	},
];

/** What only makes sense for some plans: a lease for who rents, a time frame for who buys. */
export const INTENTS_OF: Partial<Record<FieldName, readonly Intent[]>> = {
	'wishes.moveIn': ['rent', 'let'],
	'wishes.moveOut': ['rent', 'let'],
	'wishes.leaseMonths': ['rent', 'let'],
	'wishes.occupants': ['rent'],
	'wishes.pets': ['rent'],
	'wishes.timeFrame': ['buy', 'sell'],
};
