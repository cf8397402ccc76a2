import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	toAcres,
	toAreaUnit,
	toDecimal,
	toSquareFeet,
	toSquareMetres,
	toWhole,
	withUnits,
} from '../../../worker/vendors/units.ts';

test('areas keep their size in another unit', () => {
	assert.equal(toSquareMetres(1000, 'ft2'), 92.90304);
	assert.equal(toSquareMetres(80, 'm2'), 80);
	assert.equal(Math.round(toSquareFeet(92.90304, 'm2')), 1000);
	assert.equal(toAcres(43_560, 'ft2'), 1);
	assert.equal(toAcres(4046.8564224, 'm2').toFixed(6), '1.000000');
});

test('an area without a unit is in the country’s own', () => {
	assert.equal(toAreaUnit(undefined, 'US'), 'ft2');
	assert.equal(toAreaUnit(undefined, 'FR'), 'm2');
	assert.equal(toAreaUnit('m2', 'US'), 'm2');
});

test('numbers have no exponent', () => {
	assert.equal(toDecimal(-11.71016), '-11.71016');
	assert.equal(toDecimal(1e-7), '0.0000001');
	assert.equal(toDecimal(1e21), '1000000000000000000000');
	assert.equal(toDecimal(0), '0');
});

test('a whole number says whether it was one', () => {
	assert.deepEqual(toWhole(800), { text: '800', exact: true });
	assert.deepEqual(toWhole(799.5), { text: '800', exact: false });
});

test('currency and unit are named where there is an amount', () => {
	const site = { country: 'US', currency: 'USD' };
	const lead = { id: 'x', receivedAt: 0 };
	assert.deepEqual(withUnits({ ...lead, wishes: { priceMin: 0, lotArea: 0 } }, site).wishes, {
		priceMin: 0,
		lotArea: 0,
		currency: 'USD',
		areaUnit: 'ft2',
	});
	assert.deepEqual(withUnits({ ...lead, wishes: { pets: 'a cat' } }, site).wishes, { pets: 'a cat' });
	assert.deepEqual(withUnits({ ...lead, wishes: { priceMax: 1, currency: 'EUR' } }, site).wishes?.currency, 'EUR');
	assert.equal(withUnits(lead, site), lead);
});
