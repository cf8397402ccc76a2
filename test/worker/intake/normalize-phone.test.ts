import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { normalizePhone } from '../../../worker/intake/normalize-phone.ts';

test('a number is read in any common shape', () => {
	for (const typed of [
		'55 1234 5678',
		'(55) 1234-5678',
		'+52 55 1234 5678',
		'0052 55 1234 5678',
		'55.1234.5678',
		'  5512345678 ',
	]) {
		assert.equal(normalizePhone(typed, 'MX'), '+525512345678', typed);
	}
});

test('a foreign number with its prefix is read whatever the site’s country', () => {
	assert.equal(normalizePhone('+351 912 345 678', 'MX'), '+351912345678');
});

test('a number with too few or too many digits is impossible', () => {
	for (const typed of ['123', '5', '55 1234 5678 9012 3456', 'llámame', ''])
		assert.equal(normalizePhone(typed, 'MX'), undefined, typed);
});

test('an extension does not make a number impossible', () => {
	assert.equal(normalizePhone('+1 512 555 0123 ext. 45', 'US'), '+15125550123');
});

test('the example number of every country is possible in its national form', () => {
	for (const country of getCountries()) {
		const example = getExampleNumber(country, examples);
		if (example) assert.equal(normalizePhone(example.formatNational(), country), example.number, country);
	}
});

test('without the formats a number is read as with all the metadata', () => {
	const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 3, maxLength: 14 });
	const prefix = fc.constantFrom('', '+', '00', '0', '1', '8');
	fc.assert(
		fc.property(fc.constantFrom(...getCountries()), prefix, digits, (country, before, rest) => {
			const typed = before + rest;
			const number = parsePhoneNumberFromString(typed, { defaultCountry: country, extract: false });
			assert.equal(
				normalizePhone(typed, country),
				number?.isPossible() ? number.number : undefined,
				`${typed} ${country}`,
			);
		}),
		{ numRuns: 20_000 },
	);
});
