import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { toDialledAbroad } from '../../../contract/phone-text.ts';
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

test('a number that begins with the way another country dials abroad is read, unless it is one of this country', () => {
	assert.equal(normalizePhone('0034 612 345 678', 'US'), '+34612345678');
	assert.equal(normalizePhone('011 34 612 345 678', 'MX'), '+34612345678');
	assert.equal(normalizePhone('011 234 5678', 'ZA'), '+27112345678');
});

test('a plus sign of another width and brackets around a country’s code never make it another country’s number', () => {
	for (const typed of ['＋376 312 345', '(+376) 312 345', '(＋376)312345', 'tel:+376312345'])
		assert.equal(normalizePhone(typed, 'FR'), '+376312345', typed);
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
			const read = (text: string) => {
				const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
				return number?.isPossible() ? number.number : undefined;
			};
			const whole = read(typed) ?? read(toDialledAbroad(typed) ?? '');
			assert.equal(normalizePhone(typed, country), whole, `${typed} ${country}`);
		}),
		{ numRuns: 20_000 },
	);
});
