import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseUrlencoded } from '../../../worker/intake/parse-urlencoded.ts';

const parse = (body: string) => [...parseUrlencoded(new TextEncoder().encode(body))];

test('a form post in UTF-8 is read as browsers write it', () => {
	assert.deepEqual(parse('name=Ana+Mu%C3%B1oz&message=uno%0D%0Ados&intent=buy&intent=sell&empty=&bare&&=x'), [
		['name', 'Ana Muñoz'],
		['message', 'uno\r\ndos'],
		['intent', 'buy'],
		['intent', 'sell'],
		['empty', ''],
		['bare', ''],
		['', 'x'],
	]);
	assert.deepEqual(parse('name=100%+%zz%4&message=%EF%BB%BFx'), [
		['name', '100% %zz%4'],
		['message', '\uFEFFx'],
	]);
});

test('a form of an old page in windows-1252 loses no letter', () => {
	assert.deepEqual(parse('name=Ana+Mu%F1oz&message=3.000+%80'), [
		['name', 'Ana Muñoz'],
		['message', '3.000 €'],
	]);
	assert.deepEqual([...parseUrlencoded(Uint8Array.from([0x6e, 0x3d, 0xf1]))], [['n', 'ñ']]);
});

test('whatever browsers encode is read back', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))), (pairs) => {
			const whole = pairs.map(([name, value]) => [name, value.toWellFormed()]);
			const body = String(new URLSearchParams(whole as [string, string][]));
			assert.deepEqual(parse(body), whole);
		}),
	);
});
