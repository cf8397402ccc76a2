import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
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
