import { parseAmount } from '../../../widget/desk/parse-amount.ts';
import { equal } from '../support/assert.ts';

describe('parseAmount', () => {
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
		it(`reads ${JSON.stringify(text)} as ${amount}`, () => equal(parseAmount(text), amount));
	}

	for (const text of ['', 'about 300', '3..', '1e5', '-', '12-14']) {
		it(`reads ${JSON.stringify(text)} as no number`, () => equal(Number.isNaN(parseAmount(text)), true));
	}
});
