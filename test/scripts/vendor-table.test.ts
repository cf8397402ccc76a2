import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CONTEXT_FIELDS, FIELDS } from '../../contract/field.ts';
import { VENDOR_MODES } from '../../scripts/vendor-modes.ts';
import { toCell, toVendorPage } from '../../scripts/vendor-table.ts';

const modeOf = (id: string) => VENDOR_MODES.find((mode) => mode.id === id) as (typeof VENDOR_MODES)[number];

test('docs/vendors.md is what the adapters do today', () => {
	const page = readFileSync(new URL('../../docs/vendors.md', import.meta.url), 'utf8');
	assert.ok(page === toVendorPage(), 'run "node scripts/vendor-table.ts" and commit docs/vendors.md');
});

test('the table has a cell for every value of a lead at every vendor', () => {
	const rows = toVendorPage()
		.split('\n')
		.filter((line) => line.startsWith('| ') && line.includes('`'));
	assert.equal(rows.length, FIELDS.length + CONTEXT_FIELDS.length);
	for (const row of rows) {
		const cells = row.split('|').slice(2, -1);
		assert.equal(cells.length, VENDOR_MODES.length);
		for (const cell of cells) assert.match(cell, /field|block/, row);
	}
});

test('the cells say what the vendors’ pages say', () => {
	assert.equal(toCell('wishes.moveIn', modeOf('propexo')), 'field');
	assert.equal(toCell('wishes.moveIn', modeOf('easybroker-partner')), 'block');
	assert.equal(toCell('wishes.priceMax', modeOf('maxwork-lead')), 'block');
	assert.equal(toCell('wishes.priceMax', modeOf('maxwork-qualification')), 'field');
	assert.equal(toCell('wishes.priceMax', modeOf('propexo')), 'field + block');
	assert.equal(toCell('attribution.gclid', modeOf('maxwork-lead')), 'block');
});
