import type { FieldName } from '../../contract/field.ts';
import { defineSite, type Site } from '../../worker/site/define-site.ts';
import { secret, variable } from '../../worker/site/secret.ts';
import { webhook } from '../../worker/vendors/webhook/index.ts';

/** Questions added to the contact form's five, in the order in which a longer form gets them. */
const MORE: FieldName[] = [
	'intent',
	'wishes.types',
	'wishes.priceMin',
	'wishes.priceMax',
	'wishes.bedroomsMin',
	'wishes.bedroomsMax',
	'wishes.bathroomsMin',
	'wishes.bathroomsMax',
	'wishes.roomsMin',
	'wishes.roomsMax',
	'wishes.areaMin',
	'wishes.areaMax',
	'wishes.amenities',
	'wishes.floor',
	'wishes.floors',
	'wishes.parking',
	'wishes.place',
	'wishes.placeCity',
	'wishes.placeRegion',
	'wishes.placePostalCode',
	'wishes.placeCountry',
	'wishes.timeFrame',
	'wishes.moveIn',
	'wishes.moveOut',
	'wishes.leaseMonths',
	'wishes.occupants',
	'wishes.pets',
	'wishes.visitDate',
	'wishes.visitSlot',
	'wishes.lotArea',
	'wishes.subtype',
	'address.street',
	'address.city',
	'address.region',
	'address.postalCode',
];

/** Name, e-mail, phone, message, consent. */
const FIRST_FIELDS = 5;

/** A site of the browser bench. `fields` counts the consent. */
function site(id: string, fields: number, mode: 'contact' | 'qualify' = 'contact'): Site {
	return defineSite({
		id,
		name: 'Agency',
		origins: ['https://bench.example'],
		language: 'en',
		country: 'US',
		currency: 'USD',
		timeZone: 'America/Denver',
		deliverTo: [
			webhook({
				url: variable('VENDORS_URL', 'http://localhost:8788/vendors', '/webhook/leads/'),
				secret: secret('SOL_WEBHOOK_SECRET'),
			}),
		],
		form: {
			mode,
			ask: MORE.slice(0, fields - FIRST_FIELDS),
			omit: MORE.slice(fields - FIRST_FIELDS),
			require: ['name', 'email', 'phone', 'message'],
			consent: [
				{ purpose: 'contact', required: true, wordingId: 'contact-1', text: { en: 'I agree to be contacted.' } },
			],
		},
	});
}

/** How many fields the forms of the growth figures have. */
export const FIELD_COUNTS = [5, 10, 20, 40] as const;

/** The contact form of five fields; the same with more; and the longest in steps. */
export const browserSites: Site[] = [
	site('bench', FIRST_FIELDS),
	...FIELD_COUNTS.slice(1).map((fields) => site(`bench-${fields}`, fields)),
	site('bench-steps', FIELD_COUNTS[3], 'qualify'),
];
