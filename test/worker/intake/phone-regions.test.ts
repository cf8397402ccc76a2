/** The library's example number of every region, as people there write it and as people abroad do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CountryCode, getCountries, getExampleNumber, type PhoneNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { pickMetadata } from '../../../widget/build/phone-metadata.ts';
import { COMMON, COUNTRIES } from '../../../widget/phone/countries.ts';
import { readPhone } from '../../../widget/phone/phone.ts';
import { normalizePhone } from '../../../worker/intake/normalize-phone.ts';

const NUMBERS = getCountries()
	.map((country) => [country, getExampleNumber(country, examples)] as const)
	.filter((pair): pair is [CountryCode, PhoneNumber] => pair[1] !== undefined);

/** With what people put between digits, and digits of other scripts. */
const toShapes = (number: PhoneNumber) => {
	const national = number.formatNational();
	const international = number.formatInternational();
	return {
		national: [
			national,
			national.replace(/\D/g, ''),
			national.replace(/[\s-]+/g, '.'),
			national.replace(/\s+/g, '-'),
			` ${national.replace(/\s+/g, '\u00A0')} `,
			national.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))),
			national.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
		],
		international: [
			international,
			number.number,
			international.replace(/\s+/g, '-'),
			international.replace(/^(\+\d+) (.+)$/, '($1) $2'),
			international.replace('+', '＋'),
			number.getURI(),
		],
	};
};

test('there is a number for each of more than 240 regions', () => {
	assert.ok(NUMBERS.length > 240, String(NUMBERS.length));
});

test('a number written as at home is read on a site of its region, and where its region was chosen', () => {
	const wrong: string[] = [];
	for (const [country, number] of NUMBERS) {
		for (const typed of toShapes(number).national) {
			const e164 = normalizePhone(typed, country);
			if (e164 !== number.number) wrong.push(`${country}: ${typed} → ${e164}, not ${number.number}`);
		}
	}
	assert.deepEqual(wrong, []);
});

test('a number written with its country’s code is read on a site of any region', () => {
	const wrong: string[] = [];
	for (const [country, number] of NUMBERS) {
		for (const typed of toShapes(number).international) {
			for (const site of [country, 'MX', 'US', 'FR', 'XX']) {
				const e164 = normalizePhone(typed, site);
				if (e164 !== number.number) wrong.push(`${country} at ${site}: ${typed} → ${e164}, not ${number.number}`);
			}
		}
	}
	assert.deepEqual(wrong, []);
});

test('the form refuses no region’s number, at home or abroad, and where it can tell it tells the same', () => {
	const wrong: string[] = [];
	const common = pickMetadata(COMMON) as never;
	for (const [country, number] of NUMBERS) {
		const home = ((COUNTRIES as readonly string[]).includes(country) ? pickMetadata([country]) : common) as never;
		const { national, international } = toShapes(number);
		for (const [typed, metadata] of [
			...national.map((text) => [text, home] as const),
			...international.map((text) => [text, home] as const),
		]) {
			const reading = readPhone(typed, country, metadata);
			const known = (COUNTRIES as readonly string[]).includes(country);
			if (reading === false || (reading !== undefined && reading !== number.formatInternational()))
				wrong.push(`${country}: ${typed} → ${reading}`);
			if (known && reading === undefined) wrong.push(`${country}: ${typed} can be told`);
		}
	}
	assert.deepEqual(wrong, []);
});
