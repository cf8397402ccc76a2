import { getExampleNumber } from 'libphonenumber-js';
import type { CountryCode, MetadataJson } from 'libphonenumber-js/core';
import all from 'libphonenumber-js/min/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import { pickMetadata } from '../../widget/build/phone-metadata.ts';
import { COMMON, COUNTRIES } from '../../widget/phone/countries.ts';
import { readPhone } from '../../widget/phone/phone.ts';
import { equal } from './support/assert.ts';

const pick = (...countries: string[]) => pickMetadata(countries) as unknown as MetadataJson;

/** A number of the country that exists nowhere, in shapes right and wrong. */
function shapes(country: string): string[] {
	const number = getExampleNumber(country as CountryCode, examples);
	const national = number?.formatNational() ?? '';
	return [
		national,
		number?.formatInternational() ?? '',
		number?.number ?? '',
		national.slice(0, -5),
		`${national}12345`,
	];
}

describe('the phone metadata of one country', () => {
	for (const country of COUNTRIES) {
		it(`reads numbers of ${country} as the whole metadata does, with the common countries' where it cannot tell`, () => {
			const read = (text: string, metadata: MetadataJson) => readPhone(text, country, metadata);
			const texts = shapes(country);
			equal(
				// In Argentina a number of Buenos Aires begins as one dialled abroad from North America does: `011`.
				texts.map((text) => read(text, pick(country)) ?? read(text, pick(...COMMON))),
				texts.map((text) => read(text, all)),
			);
		});
	}

	it('does not judge numbers of other countries', () =>
		equal(readPhone('+81 3 1234 5678', 'US', pick('US')), undefined));

	it('refuses words', () => equal(readPhone('call me', 'US', pick('US')), false));
});

describe('the phone metadata of the common countries', () => {
	for (const country of COMMON) {
		it(`reads numbers of ${country} with their prefix, wherever the site is`, () => {
			const international = shapes(country)[1] ?? '';
			equal(readPhone(international, 'JP', pick(...COMMON)), international);
		});
	}
});
