import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAmount } from '../../contract/parse-amount.ts';

for (const [text, amount] of [
	['320000', 320000],
	['320.000', 320000],
	['320,000', 320000],
	['1 250,50', 1250.5],
	["1'250.5", 1250.5],
	['1.250.000', 1250000],
	['1,250,000.75', 1250000.75],
	['2,5', 2.5],
	['0.125', 0.125],
	[' 7 ', 7],
] as const) {
	test(`an amount written as ${JSON.stringify(text)} is ${amount}`, () => assert.equal(parseAmount(text), amount));
}

for (const text of ['', 'about 300', '3..', '1e5', '-', '12-14']) {
	test(`${JSON.stringify(text)} is no amount`, () => assert.ok(Number.isNaN(parseAmount(text))));
}
