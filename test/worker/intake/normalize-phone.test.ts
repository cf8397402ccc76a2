import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CountryCode, getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
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

/** As the library reads it with all its metadata. */
function readWhole(typed: string, country: CountryCode): string | undefined {
	const read = (text: string) => {
		const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
		return number?.isPossible() ? number.number : undefined;
	};
	return read(typed) ?? read(toDialledAbroad(typed) ?? '');
}

const toDigits = (minLength: number, maxLength: number) =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });

test('without what the Worker leaves out a number is read as with all the metadata', () => {
	const prefix = fc.constantFrom('', '+', '00', '0', '1', '8');
	fc.assert(
		fc.property(fc.constantFrom(...getCountries()), prefix, toDigits(3, 14), (country, before, rest) => {
			const typed = before + rest;
			assert.equal(normalizePhone(typed, country), readWhole(typed, country), `${typed} ${country}`);
		}),
		{ numRuns: 20_000 },
	);
});

test('a length that is possible in one country of a shared code only is so for that country’s numbers, and for no other’s', () => {
	// 310 and four digits is Canada's alone in North America; 268 leads to Antigua; Guernsey has nine digits, Jersey ten.
	assert.equal(normalizePhone('310 1234', 'US'), '+13101234');
	for (const [typed, country] of [
		...(['US', 'CA', 'AG'] as const).flatMap((one) => [['310 1234', one] as const, ['268 1234', one] as const]),
		...(['GB', 'GG', 'JE', 'IM'] as const).flatMap((one) =>
			['01481 25678', '01534 12345', '0800 1111', '0624 123456'].map((typed) => [typed, one] as const),
		),
		...(['AU', 'CC', 'CX'] as const).flatMap((one) =>
			['19 123', '13 11 26', '08 9162 123'].map((typed) => [typed, one] as const),
		),
	])
		assert.equal(normalizePhone(typed, country), readWhole(typed, country), `${typed} ${country}`);
});

test('numbers of shared and of no country’s codes are read as with all the metadata', () => {
	const codes = fc.constantFrom(
		'1',
		'1310',
		'1268',
		'44',
		'441481',
		'61',
		'6119',
		'599',
		'290',
		'7',
		'39',
		'800',
		'881',
	);
	const countries = fc.constantFrom<CountryCode[]>('US', 'CA', 'AG', 'GB', 'GG', 'JE', 'AU', 'CX', 'SH', 'CW', 'MX');
	fc.assert(
		fc.property(codes, toDigits(2, 10), countries, fc.constantFrom('+', '00', '', '0'), (code, rest, country, plus) => {
			const typed = plus + code + rest;
			assert.equal(normalizePhone(typed, country), readWhole(typed, country), `${typed} ${country}`);
		}),
		{ numRuns: 10_000 },
	);
});
