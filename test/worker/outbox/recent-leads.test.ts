import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecentLeads, SAME_WORDS_MS } from '../../../worker/outbox/recent-leads.ts';
import type { LeadMarks } from '../../../worker/screen/lead-marks.ts';
import { openTestStorage } from '../../support/sql-storage.ts';

const START = 1_800_000_000_000;
const HOUR = 60 * 60 * 1000;
const marks = (change: Partial<LeadMarks>): LeadMarks => ({
	people: ['ana'],
	words: 'w',
	text: null,
	stamp: null,
	from: null,
	...change,
});

function recent(leads: readonly Partial<LeadMarks>[], at = START): RecentLeads {
	const found = new RecentLeads(openTestStorage());
	for (const [i, lead] of leads.entries()) found.add({ number: i + 1, at, marks: marks(lead) });
	return found;
}
const people = (count: number, lead: Partial<LeadMarks>) =>
	Array.from({ length: count }, (_, i) => ({ ...lead, people: [`person ${i}`] }));

test('the same words are found for ten minutes, for who shares an e-mail or a phone', () => {
	const leads = recent([{ people: ['mail', 'phone'] }]);
	const find = (change: Partial<LeadMarks>, at: number) => leads.findSameWords(marks(change), START + at);
	assert.deepEqual(find({ people: ['phone'] }, SAME_WORDS_MS - 1), [1]);
	assert.deepEqual(find({ people: ['phone'] }, SAME_WORDS_MS), []);
	assert.deepEqual(find({ people: ['else'] }, 0), []);
	assert.deepEqual(find({ people: ['mail'], words: 'other' }, 0), []);
});

test('the same words are not found for who sends them from another network', () => {
	const leads = recent([{ from: 'home' }]);
	assert.deepEqual(leads.findSameWords(marks({ from: 'home' }), START), [1]);
	assert.deepEqual(leads.findSameWords(marks({ from: 'elsewhere' }), START), []);
	assert.deepEqual(leads.findSameWords(marks({ from: null }), START), []);
});

test('of many leads with the same words the ten newest are handed out', () => {
	const leads = recent(Array.from({ length: 300 }, () => ({})));
	const found = leads.findSameWords(marks({}), START);
	assert.deepEqual(found, [300, 299, 298, 297, 296, 295, 294, 293, 292, 291]);
});

test('a text is repeated after three other people, and a flood after eight, within the hour', () => {
	const text = { text: 'spam' };
	const read = (others: number, at = 0) => recent(people(others, text)).readSignals(marks(text), START + at);
	assert.deepEqual(read(2), []);
	assert.deepEqual(read(3), ['repeated_text']);
	assert.deepEqual(read(8), ['flooding_text']);
	assert.deepEqual(read(8, HOUR), []);
});

test('one person who says the same of many listings is no flood', () => {
	const leads = recent(Array.from({ length: 20 }, (_, i) => ({ text: 'mine', words: `listing ${i}` })));
	assert.deepEqual(leads.readSignals(marks({ text: 'mine' }), START), []);
});

test('a stamp is shared after one other person, and replayed after two or after three leads', () => {
	const stamp = { stamp: 's' };
	const read = (leads: readonly Partial<LeadMarks>[]) => recent(leads).readSignals(marks(stamp), START + 24 * HOUR);
	assert.deepEqual(read(people(1, stamp)), ['stamp_shared']);
	assert.deepEqual(read(people(2, stamp)), ['stamp_replayed']);
	assert.deepEqual(read([stamp, stamp]), [], 'back, and once more');
	assert.deepEqual(read([stamp, stamp, stamp]), ['stamp_replayed']);
	assert.deepEqual(read(people(9, { stamp: 'other' })), []);
});

test('what was in mind is read back from the newest rows after a restart', () => {
	const sql = openTestStorage();
	for (let i = 0; i < 120; i++) {
		sql.exec(
			`insert into deliveries (lead_id, destination, body_hash, received_at, state, due_at, marks) values (?, 'crm', '', ?, 'queued', 0, ?)`,
			`lead ${i}`,
			START + i,
			JSON.stringify(marks({ people: [`person ${i}`], text: i % 10 === 0 ? 'spam' : null })),
		);
	}
	const leads = new RecentLeads(sql);
	assert.deepEqual(leads.findSameWords(marks({ people: ['person 3'] }), START + 200), [4]);
	assert.deepEqual(leads.readSignals(marks({ text: 'spam' }), START + 200), ['flooding_text']);
});
