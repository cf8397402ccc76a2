import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MarkedLead, MarkedLeads } from '../../../worker/outbox/marked-leads.ts';

const lead = (number: number, words: string, stamp: string | null = null): MarkedLead => ({
	number,
	at: 0,
	marks: { people: [], words, text: null, stamp, from: null },
});
const numbers = (leads: readonly MarkedLead[]) => leads.map(({ number }) => number);

test('leads are found by a mark they share, the newest last, and by none they lack', () => {
	const leads = new MarkedLeads(10);
	for (const one of [lead(1, 'a', 's'), lead(2, 'b', 's'), lead(3, 'a')]) leads.add(one);
	assert.deepEqual(numbers(leads.sharing('words', 'a')), [1, 3]);
	assert.deepEqual(numbers(leads.sharing('stamp', 's')), [1, 2]);
	assert.deepEqual(numbers(leads.sharing('text', 'a')), []);
	assert.deepEqual(numbers(leads.sharing('text', null)), []);
});

test('only so many are kept, and the oldest is forgotten under each of its marks', () => {
	const leads = new MarkedLeads(2);
	for (const one of [lead(1, 'a', 's'), lead(2, 'a'), lead(3, 'b', 's')]) leads.add(one);
	assert.deepEqual(numbers(leads.sharing('words', 'a')), [2]);
	assert.deepEqual(numbers(leads.sharing('stamp', 's')), [3]);
	leads.add(lead(4, 'c'));
	assert.deepEqual(numbers(leads.sharing('words', 'a')), []);
});
