import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toFacts } from '../../../console/format/to-facts.ts';

test('every value of a lead is shown, whatever its field, the person first', () => {
	const lead = {
		id: 'e6f7',
		receivedAt: Date.UTC(2026, 0, 2),
		wishes: { amenities: ['pool', 'lift'], bedroomsMin: 0, fieldOfTomorrow: { deep: 'yes' } },
		consent: [{ purpose: 'contact', given: false }],
		message: 'Hello',
		name: 'Ana',
	};
	assert.deepEqual(
		toFacts(lead).map(({ name, value }) => `${name}: ${value}`),
		[
			'Name: Ana',
			'Message: Hello',
			'Id: e6f7',
			'Received at: 2026-01-02T00:00:00.000Z',
			'Wishes · amenities: pool, lift',
			'Wishes · bedrooms min: 0',
			'Wishes · field of tomorrow · deep: yes',
			'Consent · 0 · purpose: contact',
			'Consent · 0 · given: false',
		],
	);
});
