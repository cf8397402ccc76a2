import fc from 'fast-check';
import {
	AMENITIES,
	CONSENT_PURPOSES,
	INTENTS,
	type Intent,
	PROPERTY_TYPES,
	TIME_FRAMES,
	VISIT_SLOTS,
} from '../../contract/field.ts';
import { COUNT_MAX, LINE_MAX_LENGTH, MESSAGE_MAX_LENGTH, NUMBER_MAX } from '../../contract/limits.ts';

/** Leads as browsers may send them: any subset of all fields, with every sort of text and number the door lets in. */

/** What people paste, and what people try. */
const NASTY = [
	'--- details ---',
	'  ----- detalhes -----',
	'Name: forged',
	'<script>alert(1)</script>',
	"Robert'); DROP TABLE leads;--",
	'"quoted" \\ and \\" back',
	'\u202Eright to left',
	'nothing\u0000between\u200Bthem',
	'lone \uD800 surrogate',
	'👩‍👩‍👧‍👦 👍🏽',
	'السلام عليكم',
	'e\u0301 as two, é as one',
	'two\nlines\r\nand\u2028more',
	'\ttab',
	'{{7*7}} %s $1',
	'=cmd|calc',
	'a, b, c',
	'0',
	'null',
	'__proto__',
	'constructor',
	'-',
	'x'.repeat(LINE_MAX_LENGTH),
];

const nasty = fc.constantFrom(...NASTY);
const line = fc.oneof(
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.length <= LINE_MAX_LENGTH),
	fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text.length <= LINE_MAX_LENGTH),
	nasty,
);
/** What stays a name when it is cleaned. */
const name = line.filter((text) => /\p{L}|\p{N}/u.test(text));
const message = fc
	.array(fc.oneof(line, nasty), { minLength: 1, maxLength: 30 })
	.map((lines) => lines.join('\n').slice(0, MESSAGE_MAX_LENGTH));
const email = fc.oneof(
	fc.emailAddress(),
	fc.constantFrom('ANA@example.com', 'josé@exämple.com', '用户@例子.广告', "o'neil+tag@sub.example.co.uk"),
);
const digits = (count: number) =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
/** Numbers with their country's prefix, written in several ways. */
const phone = fc.oneof(
	digits(4).map((end) => `+1 (415) 555-${end}`),
	digits(4).map((end) => `+1415555${end}`),
	digits(3).map((end) => `00 351 912 345 ${end}`.replace('00 ', '+')),
	digits(4).map((end) => `+33 6 12 34 ${end.slice(0, 2)} ${end.slice(2)}`),
	digits(4).map((end) => `+52 55 1234 ${end}`),
	digits(4).map((end) => `+4930901820${end.slice(0, 2)}`),
);
/** A number without prefix, with the country that was chosen for it. */
const nationalPhone = fc.oneof(
	digits(3).map((end) => ({ phone: `912 345 ${end}`, phoneCountry: 'PT' })),
	digits(4).map((end) => ({ phone: `(303) 555-${end}`, phoneCountry: 'US' })),
);

const amount = fc.oneof(
	fc.integer({ min: 0, max: 5_000_000 }),
	fc.double({ min: 0, max: NUMBER_MAX, noNaN: true }),
	fc.constantFrom(0, 0.1, 0.005, 1e-7, NUMBER_MAX, 1234.5),
);
const count = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: COUNT_MAX }));
const halves = fc.oneof(
	fc.integer({ min: 0, max: 16 }).map((half) => half / 2),
	amount,
);
const day = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const country = fc.constantFrom('PT', 'US', 'MX', 'FR', 'DE', 'BR');
const currency = fc.constantFrom('EUR', 'USD', 'MXN', 'JPY');
const list = <T>(values: readonly T[]) =>
	fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: values.length });

/** Two ends of a range, either of which may be missing; never the wrong way round. */
function range<Name extends string>(name: Name, value: fc.Arbitrary<number>) {
	return fc.tuple(fc.option(value), fc.option(value)).map(([a, b]): Record<string, number> => {
		if (a === null) return b === null ? {} : { [`${name}Max`]: b };
		if (b === null) return { [`${name}Min`]: a };
		return { [`${name}Min`]: Math.min(a, b), [`${name}Max`]: Math.max(a, b) };
	});
}

const wishes = fc
	.tuple(
		range('price', amount),
		range('bedrooms', count),
		range('rooms', count),
		range('bathrooms', halves),
		range('area', amount),
		fc.record(
			{
				currency,
				areaUnit: fc.constantFrom('m2', 'ft2'),
				lotArea: amount,
				types: list(PROPERTY_TYPES),
				subtype: fc.oneof(line, fc.constantFrom('villa', 'Loft ', 'Maison de ville')),
				segment: fc.constantFrom('residential', 'commercial'),
				amenities: list(AMENITIES),
				floor: line,
				floors: count,
				parking: count,
				moveIn: day,
				moveOut: day,
				leaseMonths: count,
				timeFrame: fc.constantFrom(...TIME_FRAMES),
				place: fc.oneof(line, fc.constantFrom('Austin, TX', 'Austin, TX 78701', '78701', 'Lyon 1er')),
				placeCity: line,
				placeRegion: fc.oneof(line, fc.constantFrom('TX', 'tx', 'Texas')),
				placePostalCode: line,
				placeCountry: country,
				latitude: fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(38.7193, 1e-7)),
				longitude: fc.double({ min: -180, max: 180, noNaN: true }),
				occupants: count,
				pets: line,
				visitDate: day,
				visitSlot: fc.constantFrom(...VISIT_SLOTS),
				until: day,
			},
			{ requiredKeys: [] },
		),
	)
	.map((parts) => Object.assign({}, ...parts));

const listing = (reference: fc.Arbitrary<string | undefined>) =>
	fc
		.tuple(
			reference,
			fc.record(
				{
					propertyId: fc.oneof(line, fc.constantFrom('prop_oak_mueller', 'prop_someone_else')),
					unit: fc.oneof(line, fc.constantFrom('214', 'unit_oak_214')),
					floorPlan: fc.oneof(line, fc.constantFrom('2B', 'fp_oak_2b')),
					url: fc.webUrl(),
					title: line,
					street: line,
					city: line,
					county: line,
					region: line,
					postalCode: line,
					country,
					price: amount,
					currency,
					operation: fc.constantFrom('sale', 'rent', 'season'),
					type: fc.constantFrom(...PROPERTY_TYPES),
					bedrooms: count,
					bathrooms: halves,
					area: amount,
					areaUnit: fc.constantFrom('m2', 'ft2'),
				},
				{ requiredKeys: [] },
			),
		)
		.map(([own, rest]) => ({ ...rest, ...(own !== undefined && { reference: own }) }));

/** What a mode demands of its leads. */
export interface LeadDemands {
	/** References its pages may have. */
	reference: fc.Arbitrary<string | undefined>;
	/** Whether e-mail and phone are both required. */
	both: boolean;
	/** Intents to choose from. */
	intents?: readonly Intent[];
	/** Whether an intent is always named. */
	mustIntend?: boolean;
}

/** Any line of text as a listing's reference. */
export const anyReference: fc.Arbitrary<string> = line;

/** Leads for one vendor's site, as its browser sends them. */
export function leadArbitrary({ reference, both, intents = INTENTS, mustIntend = false }: LeadDemands) {
	const person = fc.oneof(
		fc.record({ name }),
		fc.record({ firstName: fc.constantFrom('Ana', 'Maximiliana Alejandra de los Ángeles', '李'), lastName: name }),
		fc.record({ name: fc.constantFrom('Ana', 'Ana Silva', 'Ana Maria  da Silva'), firstName: fc.constant('Ana') }),
	);
	const phones = fc.oneof(
		phone.map((number) => ({ phone: number })),
		nationalPhone,
	);
	const contact = fc
		.tuple(email, phones, both ? fc.constant('both') : fc.constantFrom('email', 'phone', 'both'))
		.map(([address, number, which]) => ({
			...(which !== 'phone' && { email: address }),
			...(which !== 'email' && number),
		}));
	const intent = list(intents);
	return fc
		.tuple(
			fc.uuid(),
			person,
			contact,
			mustIntend ? intent.map((chosen) => ({ intent: chosen })) : fc.record({ intent }, { requiredKeys: [] }),
			listing(reference),
			fc.record(
				{
					title: fc.oneof(line, fc.constantFrom('Mme', 'm.')),
					phone2: phone,
					message,
					address: fc.record(
						{ street: line, street2: line, city: line, region: line, postalCode: line, country },
						{ requiredKeys: [] },
					),
					wishes,
					consent: fc.uniqueArray(
						fc.record(
							{
								purpose: fc.constantFrom(...CONSENT_PURPOSES),
								given: fc.boolean(),
								wordingId: line,
								wordingHash: line,
							},
							{ requiredKeys: ['purpose', 'given'] },
						),
						{ selector: ({ purpose }) => purpose, maxLength: 5 },
					),
					language: fc.constantFrom('pt', 'pt-BR', 'es-419', 'fr-BE', 'zh-Hans', 'gsw'),
					attribution: fc.record(
						{ page: fc.webUrl(), referrer: fc.webUrl(), utm_source: line, utm_campaign: line, gclid: line },
						{ requiredKeys: [] },
					),
				},
				{ requiredKeys: [] },
			),
		)
		.map(([id, who, how, what, where, rest]) => ({ id, ...who, ...how, ...what, listing: where, ...rest }));
}
