import type { Lead } from '../contract/lead.ts';
import { readPath } from '../contract/path.ts';
import type { VendorMode } from './vendor-modes.ts';

/** A lead with every value a lead can hold, no two of them alike where that is possible. */

/** The listing each vendor's pages name. */
const REFERENCES: Record<string, string> = {
	maxwork: '129991025-5',
	propexo: 'OAK-2B-214',
	easybroker: 'EB-AB1234',
};

/** What a mode's visitor says, all of it. Money and areas are in the units of the mode's market. */
export function toFullLead({ destination, intent, country, currency }: VendorMode): Lead {
	return {
		id: '3f2b8a52-5a6e-4a0b-9a9e-0a4f7c1f2d11',
		receivedAt: Date.UTC(2026, 0, 15, 10, 20, 30),
		name: 'Ana Maria Silva',
		firstName: 'Ana',
		lastName: 'Silva',
		title: 'Mme',
		email: 'ana@example.com',
		phone: '912 345 678',
		phoneE164: '+351912345678',
		phone2: '(303) 555-0123',
		phone2E164: '+13035550123',
		phoneCountry: 'PT',
		message: 'Boa tarde!',
		address: {
			street: 'Rua Nova 7',
			street2: '2.º Esq.',
			city: 'Porto',
			region: 'Norte',
			postalCode: '4000-001',
			country: 'BR',
		},
		intent: [intent],
		wishes: {
			priceMin: 250_001,
			priceMax: 480_003,
			currency,
			bedroomsMin: 2,
			bedroomsMax: 6,
			roomsMin: 11,
			roomsMax: 12,
			bathroomsMin: 1.5,
			bathroomsMax: 3.5,
			areaMin: 81,
			areaMax: 133,
			areaUnit: country === 'US' ? 'ft2' : 'm2',
			lotArea: 901,
			types: ['apartment'],
			subtype: 'Loft',
			segment: 'residential',
			amenities: ['balcony'],
			floor: 'third',
			floors: 9,
			parking: 4,
			moveIn: '2026-03-01',
			moveOut: '2027-02-28',
			leaseMonths: 14,
			timeFrame: 'threeMonths',
			place: 'near the river',
			placeCity: 'Braga',
			placeRegion: 'CO',
			placePostalCode: '4700-002',
			placeCountry: 'ES',
			latitude: 41.25,
			longitude: -8.75,
			occupants: 5,
			pets: 'two cats',
			visitDate: '2026-02-03',
			visitSlot: 'morning',
			until: '2026-12-24',
		},
		listing: {
			reference: REFERENCES[destination.vendor.name] ?? 'VA1234',
			propertyId: 'prop_oak_austin',
			unit: '214',
			floorPlan: '2B',
			url: 'https://www.example.com/listing',
			title: 'A home by the sea',
			street: 'Rua do Mar 3',
			city: 'Lisboa',
			county: 'Sintra',
			region: 'TX',
			postalCode: '1170-003',
			country: 'FR',
			price: 475_000,
			currency,
			operation: 'rent',
			type: 'house',
			bedrooms: 3,
			bathrooms: 2.5,
			area: 99,
			areaUnit: country === 'US' ? 'ft2' : 'm2',
		},
		consent: [
			{ purpose: 'contact', given: true, wordingId: 'contact-1' },
			{ purpose: 'call', given: true, wordingId: 'call-1' },
			{ purpose: 'marketing', given: false, wordingId: 'marketing-1' },
		],
		language: 'pt-BR',
		attribution: {
			page: 'https://www.example.com/page',
			firstPage: 'https://www.example.com/first',
			referrer: 'https://search.example/',
			utm_source: 'newsletter',
			utm_medium: 'mail',
			utm_campaign: 'spring',
			utm_term: 'flat',
			utm_content: 'button',
			gclid: 'g-1',
			gbraid: 'gb-1',
			wbraid: 'wb-1',
			fbclid: 'fb-1',
			msclkid: 'ms-1',
			ttclid: 'tt-1',
		},
	};
}

/** What a lead doesn't say at the same time, because one would hide the other. */
const RIVALS: readonly (readonly [path: string, rivals: readonly string[]])[] = [
	// A name comes in one box or in two.
	['name', ['firstName', 'lastName']],
	['firstName', ['name']],
	['lastName', ['name']],
	// Vendors with one field for both take rooms before bedrooms.
	['wishes.bedroomsMin', ['wishes.roomsMin', 'wishes.roomsMax']],
	['wishes.bedroomsMax', ['wishes.roomsMin', 'wishes.roomsMax']],
	// A wanted place goes where the listing's address would.
	['wishes.placeCity', ['listing']],
	['wishes.placePostalCode', ['listing']],
	['wishes.placeCountry', ['listing']],
	// What the visitor wants outweighs what the listing is.
	['listing.type', ['wishes.types']],
	['listing.operation', ['intent']],
	['intent', ['listing.operation']],
	['wishes.types', ['listing.type']],
	['wishes.moveOut', ['wishes.leaseMonths']],
	// The block names the unit for whatever area it holds.
	['wishes.areaUnit', ['wishes.lotArea']],
	// A country stands in the language's tag too.
	['language', ['address.country']],
	['address.country', ['language']],
	...['city', 'county', 'region', 'postalCode'].map((part): [string, string[]] => [
		`listing.${part}`,
		['place', 'placeCity', 'placeRegion', 'placePostalCode'].map((name) => `wishes.${name}`),
	]),
];

/** The full lead in which the value at `path` can show where it goes: without what would hide it. */
export function toLeadFor(path: string, mode: VendorMode): Lead {
	const rivals = RIVALS.find(([own]) => own === path)?.[1] ?? ['name'];
	// A text that grows too long loses its rows about campaign and listing first: such a lead is kept short.
	const long = path.startsWith('attribution.') ? ['wishes', 'listing', 'address'] : ['attribution'];
	if (path === 'phoneCountry' || path === 'language') long.push('wishes');
	const reference = toFullLead(mode).listing?.reference;
	const lead = [...rivals, ...long].reduce(withoutPath, toFullLead(mode));
	// A listing's name does no harm but at Apimo, where it outweighs every wanted place; some vendors refuse to go without.
	const named = mode.destination.vendor.name !== 'apimo' || path.startsWith('attribution.');
	return lead.listing === undefined && named && reference ? { ...lead, listing: { reference } } : lead;
}

/** A copy of a lead without the value at `path`, and, for a phone number, without its E.164 form. */
export function withoutPath(lead: Lead, path: string): Lead {
	const copy = structuredClone(lead);
	const keys = path.split('.');
	const last = keys.pop() as string;
	const parent = keys.length > 0 ? readPath(copy, keys.join('.')) : copy;
	if (parent !== undefined) {
		delete (parent as Record<string, unknown>)[last];
		delete (parent as Record<string, unknown>)[`${last}E164`];
	}
	return copy;
}
