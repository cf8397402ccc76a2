import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanLine, cleanText, cleanValues } from '../../../worker/intake/clean-text.ts';

test('control characters, bidirectional overrides and zero-width spaces go', () => {
	assert.equal(cleanLine('A\u0000n\u0007a\u202E \u200BSil\uFEFFva\u2069'), 'Ana Silva');
});

test('the joiners that Persian and emoji need stay', () => {
	assert.equal(cleanLine('می\u200Cخواهم 👨\u200D👩\u200D👧'), 'می\u200Cخواهم 👨\u200D👩\u200D👧');
});

test('a line break inside a single line becomes a space, so that no header or row can be injected', () => {
	assert.equal(cleanLine('Ana\r\nBcc: all@example.com'), 'Ana Bcc: all@example.com');
});

test('a message keeps its lines, with one kind of line end', () => {
	assert.equal(cleanText('uno\r\ndos\rtres\u2028cuatro'), 'uno\ndos\ntres\ncuatro');
});

test('half an emoji becomes the replacement character instead of breaking the encoding', () => {
	assert.equal(cleanLine('casa \uD83C'), 'casa \uFFFD');
});

test('decomposed accents are composed', () => {
	assert.equal(cleanLine('Jose\u0301'), 'José');
});

test('names of every script and length stay as typed', () => {
	for (const name of ['O', 'Nuñez-García', 'عمر', '李小龍', "D'Arcy", 'Zoë 🏡', 'x'.repeat(100)])
		assert.equal(cleanLine(name), name);
});

test('values at every depth are cleaned, and those with nothing left go', () => {
	const lead = {
		name: ' Ana ',
		message: 'a\nb',
		listing: { title: '\u0000' },
		wishes: { types: ['house'], parking: 0 },
	};
	assert.deepEqual(cleanValues<object>(lead), {
		name: 'Ana',
		message: 'a\nb',
		listing: {},
		wishes: { types: ['house'], parking: 0 },
	});
});

test('a name keeps the very ideographs it is written with, which composing would replace', () => {
	const name = '\uFA19\uFA1B \u{2F81A}';
	assert.notEqual(name.normalize('NFC'), name);
	assert.equal(cleanLine(name), name);
});
