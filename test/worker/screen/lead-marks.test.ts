import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lead } from '../../../contract/lead.ts';
import { markLead, toOwnText } from '../../../worker/screen/lead-marks.ts';
import { en } from '../../../worker/texts/en.ts';

const { prefill } = en.widget;
const LONG = 'We offer the best search engine optimisation for estate agents in your town.';
const mark = (change: Partial<Lead>, env = { GUARD_KEY: 'key' }, site = 'sol') =>
	markLead(
		{ id: '', receivedAt: 0, email: 'ana@example.com', message: LONG, ...change },
		{ env, site, prefill, stamp: null },
	);

test('the same words are marked the same, whatever their blanks and capitals', async () => {
	assert.equal((await mark({ message: ' See  it?\n' })).words, (await mark({ message: 'see it?' })).words);
	assert.notEqual((await mark({ message: 'See it?' })).words, (await mark({ message: 'See it!' })).words);
});

test('the same words about another listing, or another unit of it, are other words', async () => {
	const words = async (listing: Lead['listing']) => (await mark({ listing })).words;
	const marks = [{ reference: 'A' }, { reference: 'B' }, { reference: 'A', unit: '2' }, { url: 'https://a.example' }];
	assert.equal(new Set(await Promise.all(marks.map(words))).size, 4);
});

test('a person is marked by e-mail and by each phone, and an e-mail’s capitals make no difference', async () => {
	const { people } = await mark({ phoneE164: '+525512345678', phone2E164: '+525500000000' });
	assert.equal(people.length, 3);
	assert.deepEqual((await mark({ email: 'ANA@example.com' })).people, people.slice(0, 1));
});

test('a text is the same with other numbers and punctuation, and none where it is short or the form’s own', () => {
	assert.equal(toOwnText(`${LONG} Call 1234!`, prefill), toOwnText(`${LONG} (call 99)`, prefill));
	assert.equal(toOwnText('Is it still to be had?', prefill), undefined);
	assert.equal(
		toOwnText(prefill?.replace('{listing}', 'Casa azul con jardín y terraza en Roma Norte'), prefill),
		undefined,
	);
	assert.ok(
		toOwnText(`${prefill?.split('{listing}')[0]}${LONG.repeat(4)}`, prefill),
		'what only begins like it is one’s own',
	);
});

test('a network is marked, and none where it is not known', async () => {
	const from = async (network?: string) =>
		(
			await markLead(
				{ id: '', receivedAt: 0 },
				{ env: { GUARD_KEY: 'key' }, site: 'sol', prefill, stamp: null, network },
			)
		).from;
	assert.equal(await from(), null);
	assert.equal(await from('203.0.113.0/24'), await from('203.0.113.0/24'));
	assert.notEqual(await from('203.0.113.0/24'), await from('198.51.100.0/24'));
	assert.doesNotMatch((await from('203.0.113.0/24')) ?? '', /203/);
});

test('marks can be compared within a site only, and not without the key', async () => {
	const [one, other, unkeyed] = await Promise.all([mark({}), mark({}, undefined, 'luz'), mark({}, { GUARD_KEY: 'x' })]);
	assert.notEqual(one.people[0], other.people[0]);
	assert.notEqual(one.people[0], unkeyed.people[0]);
});

test('what the form began with and what it is about is nobody’s text, whatever short words stand beside it', () => {
	const title = 'A bright flat of three rooms with a garden, a terrace and a view over the whole of the old town';
	const about = `${prefill?.replace('{listing}', title)} And is there a lift?`;
	assert.equal(toOwnText(about, prefill, { title }), undefined);
	assert.ok(toOwnText(`${about} ${LONG}`, prefill, { title })?.endsWith('agents in your town'));
});
