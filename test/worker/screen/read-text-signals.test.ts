import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTextSignals } from '../../../worker/screen/read-text-signals.ts';

const read = (lead: Parameters<typeof readTextSignals>[0]) => readTextSignals(lead, ['sol.example']);

test('plain words say nothing, whatever language they are in', () => {
	for (const message of [
		'¿Se puede visitar el sábado?',
		'Is it http or https? 2.5 km, e.g. by car',
		'你好',
		'a@b.example',
	])
		assert.deepEqual(read({ name: "Ana O'Neill-Díaz", message }), [], message);
});

test('links to strangers’ pages are counted, one or two apart from many', () => {
	assert.deepEqual(read({ message: 'see https://spam.example/x' }), ['link']);
	assert.deepEqual(read({ message: 'www.spam.example and HTTP://b.example' }), ['link']);
	assert.deepEqual(read({ message: 'https://a.example https://b.example http://c.example' }), ['many_links']);
});

test('links to the site and to the listing’s own page are an honest visitor’s', () => {
	const listing = { url: 'https://portal.example/casa/1' };
	const message = 'https://www.sol.example/casa https://a.sol.example www.sol.example https://portal.example/casa/1';
	assert.deepEqual(read({ message, listing }), []);
	assert.deepEqual(read({ message: 'https://sol.example.spam.example' }), ['link']);
});

test('markup for links is told, in HTML and in what forums use', () => {
	for (const message of ['<a href="x">buy</a>', '[url=x]buy[/url]', '[buy](https://x.example)'])
		assert.ok(read({ message }).includes('markup'), message);
	assert.deepEqual(read({ message: 'a <3 b [sic] (ok)' }), []);
});

test('an address of the web in any part of the name is told', () => {
	for (const key of ['name', 'firstName', 'lastName'] as const)
		assert.deepEqual(read({ [key]: 'Win www.spam.example' }), ['name_with_link'], key);
});

test('free text beside the message is read, too', () => {
	assert.deepEqual(read({ wishes: { pets: 'https://spam.example' } }), ['link']);
});
