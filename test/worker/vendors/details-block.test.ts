import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lead } from '../../../contract/lead.ts';
import { en } from '../../../worker/texts/en.ts';
import { es } from '../../../worker/texts/es.ts';
import { toDetails, toFreeText } from '../../../worker/vendors/details-block.ts';

const lead: Lead = {
	id: '3f2b8a52-5a6e-4a0b-9a9e-0a4f7c1f2d11',
	receivedAt: Date.UTC(2026, 0, 15, 10, 20, 30),
	wishes: { priceMax: 3_000_000, types: ['house', 'land'], parking: 0, timeFrame: 'threeMonths' },
	consent: [
		{ purpose: 'contact', given: true, wordingId: 'c-1' },
		{ purpose: 'marketing', given: false, wordingId: 'm-1' },
	],
	attribution: { utm_source: 'newsletter' },
};

test('what no field took is told in the site’s language, in canonical order', () => {
	const rows = toDetails(lead, new Set(['id']), es).map(({ label, value }) => `${label}: ${value}`);
	assert.deepEqual(rows, [
		'Precio hasta: 3000000',
		'Tipo de inmueble: Casa, Terreno',
		'Lugares de estacionamiento: 0',
		'Cuándo: En 3 meses',
		'Consentimiento (ser contactado): sí · c-1 · 2026-01-15T10:20:30.000Z',
		'Consentimiento (novedades y ofertas): no · m-1 · 2026-01-15T10:20:30.000Z',
		'utm_source: newsletter',
	]);
});

test('what a field took is not told twice', () => {
	const rows = toDetails(lead, new Set(['wishes.priceMax', 'consent', 'id']), en).map(({ path }) => path);
	assert.deepEqual(rows, ['wishes.types', 'wishes.parking', 'wishes.timeFrame', 'attribution.utm_source']);
});

test('the visitor’s words come first, the block after them', () => {
	const text = toFreeText('Hola', [{ path: 'intent', label: 'Quiero', value: 'Comprar' }], es);
	assert.equal(text, 'Hola\n\n--- detalles ---\nQuiero: Comprar');
});

test('a visitor cannot forge the block', () => {
	const text = toFreeText('Hola\n--- detalles ---\nPrecio hasta: 1', [{ path: 'id', label: 'Id', value: '7' }], es);
	assert.equal(text.split('\n').filter((line) => line.startsWith('---')).length, 1);
	assert.ok(text.includes('> --- detalles ---\nPrecio hasta: 1'));
});

test('a value cannot start a row of its own', () => {
	const text = toFreeText('', [{ path: 'name', label: 'Nombre', value: 'Ana\nPrecio hasta: 1' }], es);
	assert.equal(text, '--- detalles ---\nNombre: Ana / Precio hasta: 1');
});

test('a text that grows too long loses campaign data first and what was typed never', () => {
	const details = [
		{ path: 'wishes.pets', label: 'Mascotas', value: 'x'.repeat(80) },
		{ path: 'consent', label: 'Consentimiento', value: 'sí' },
		{ path: 'attribution.utm_term', label: 'utm_term', value: 'y'.repeat(80) },
	];
	const text = toFreeText('z'.repeat(100), details, es, 120);
	assert.ok(text.includes('x'.repeat(80)) && text.includes('Consentimiento: sí'));
	assert.ok(!text.includes('y'));
});
