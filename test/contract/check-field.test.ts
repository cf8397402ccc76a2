import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkField, checkGroups, isAsked, looksLikeEmail } from '../../contract/check-field.ts';
import type { FormField } from '../../contract/form.ts';

const field = (change: Partial<FormField> = {}): FormField => ({
	name: 'name',
	kind: 'text',
	label: 'Name',
	...change,
});

test('addresses of every common shape look like e-mail', () => {
	for (const address of [
		'a@b.co',
		'ana+visita@mail.example.com',
		'josé@correo.mx',
		'用户@例子.公司',
		"o'neill@example.ie",
	]) {
		assert.equal(looksLikeEmail(address), true, address);
	}
});

test('strings without a dotted domain do not look like e-mail', () => {
	for (const address of [
		'',
		'ana',
		'ana@',
		'@b.co',
		'ana@b',
		'ana@b..co',
		'a b@c.co',
		'ana@b.co,eva@b.co',
		'ana@.co',
	]) {
		assert.equal(looksLikeEmail(address), false, address);
	}
});

test('a required field that holds only blanks is required', () => {
	assert.equal(checkField(field({ required: true }), '   '), 'required');
});

test('an optional field may stay empty', () => {
	assert.equal(checkField(field({ kind: 'email' }), ''), undefined);
});

test('the number 0 is an answer', () => {
	assert.equal(checkField(field({ kind: 'number', required: true, min: 0 }), 0), undefined);
});

test('a number outside its limits is too small or too large', () => {
	const rooms = field({ kind: 'number', min: 1, max: 5 });
	assert.equal(checkField(rooms, 0), 'too_small');
	assert.equal(checkField(rooms, 6), 'too_large');
});

test('text longer than its field allows is too long', () => {
	assert.equal(checkField(field({ maxLength: 3 }), 'abcd'), 'too_long');
});

test('a group without any answer is told at its first field, and with one answer is content', () => {
	const form = { anyOf: [['email', 'phone'] as ('email' | 'phone')[]] };
	assert.deepEqual(
		checkGroups(form, () => ''),
		[{ field: 'email', code: 'contact_required' }],
	);
	assert.deepEqual(
		checkGroups(form, (name) => (name === 'phone' ? '55' : '')),
		[],
	);
});

test('a conditional field is asked only after the answer it waits for', () => {
	const term = field({ when: { field: 'intent', is: ['rent'] } });
	assert.equal(
		isAsked(term, () => ['buy', 'rent']),
		true,
	);
	assert.equal(
		isAsked(term, () => ['buy']),
		false,
	);
	assert.equal(
		isAsked(term, () => undefined),
		false,
	);
});
