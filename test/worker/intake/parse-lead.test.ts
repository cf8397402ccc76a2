import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findForm } from '../../../worker/form/form-cache.ts';
import { parseFormPost } from '../../../worker/intake/parse-form-post.ts';
import { parseLead } from '../../../worker/intake/parse-lead.ts';
import { validLead } from '../../support/lead.ts';
import { TEXTS_ENV } from '../../support/texts-env.ts';
import { sites } from '../sites.ts';

const NOW = Date.UTC(2026, 0, 15, 10, 20, 30);
const form = await findForm(sites.find(({ id }) => id === 'sol') as (typeof sites)[number], TEXTS_ENV);

function issuesOf(input: unknown) {
	const parsed = parseLead(input, form, NOW);
	return parsed.ok ? [] : parsed.issues;
}

test('a whole lead is taken, with its phone in E.164 beside what was typed', () => {
	const parsed = parseLead(validLead(), form, NOW);
	assert.ok(parsed.ok);
	assert.equal(parsed.lead.phone, '55 1234 5678');
	assert.equal(parsed.lead.phoneE164, '+525512345678');
	assert.equal(parsed.lead.receivedAt, NOW);
});

test('the country chosen for a phone number wins over the site’s', () => {
	const parsed = parseLead(validLead({ phone: '912 345 678', phoneCountry: 'PT' }), form, NOW);
	assert.equal(parsed.ok && parsed.lead.phoneE164, '+351912345678');
});

test('what is no object is of the wrong type', () => {
	for (const input of [null, 1, 'x', [], [validLead()]]) assert.equal(issuesOf(input)[0]?.code, 'wrong_type');
});

test('an unknown key is refused at any depth, by its path', () => {
	assert.deepEqual(issuesOf(validLead({ vendorUrl: 'https://evil.example' })), [
		{ field: 'vendorUrl', code: 'unknown_field' },
	]);
	assert.deepEqual(issuesOf(validLead({ listing: { reference: 'EB-AB1234', agency: '9' } })), [
		{ field: 'listing.agency', code: 'unknown_field' },
	]);
	assert.deepEqual(issuesOf(JSON.parse(`{"__proto__":{"x":1},${JSON.stringify(validLead()).slice(1)}`)), [
		{ field: '__proto__', code: 'unknown_field' },
	]);
});

test('a body of thousands of mistakes is told of the first hundred, so that no answer outgrows what was sent', () => {
	const keys = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, 1]));
	assert.equal(issuesOf(validLead(keys)).length, 100);
	assert.equal(issuesOf(validLead({ listing: keys, wishes: keys, attribution: keys })).length, 100);
	assert.equal(issuesOf(validLead({ intent: Array(5000).fill(1) })).length, 1);
});

test('a value of the wrong type is told at its field', () => {
	assert.deepEqual(issuesOf(validLead({ phone: 5512345678 })), [{ field: 'phone', code: 'wrong_type' }]);
	assert.deepEqual(issuesOf(validLead({ wishes: { priceMax: '3000000' } })), [
		{ field: 'wishes.priceMax', code: 'wrong_type' },
	]);
});

test('a lead without an id, or with one that is no UUID, is refused', () => {
	assert.deepEqual(issuesOf(validLead({ id: undefined })), [{ field: 'id', code: 'required' }]);
	assert.deepEqual(issuesOf(validLead({ id: '1' })), [{ field: 'id', code: 'wrong_type' }]);
});

test('every wrong answer is told at once, with its field and code and without its value', () => {
	const issues = issuesOf(validLead({ name: '  ', email: 'ana@', phone: '12', consent: [] }));
	assert.deepEqual(issues, [
		{ field: 'name', code: 'required' },
		{ field: 'email', code: 'invalid_email' },
		{ field: 'consent.contact', code: 'consent_required' },
		{ field: 'phone', code: 'impossible_phone' },
	]);
});

test('a consent that was refused does not count as given', () => {
	assert.deepEqual(issuesOf(validLead({ consent: [{ purpose: 'contact', given: false }] })), [
		{ field: 'consent.contact', code: 'consent_required' },
	]);
});

test('one of e-mail and phone is enough, none is too little', () => {
	assert.deepEqual(issuesOf(validLead({ email: undefined })), []);
	assert.deepEqual(issuesOf(validLead({ phone: undefined })), []);
	assert.deepEqual(issuesOf(validLead({ email: undefined, phone: '' })), [
		{ field: 'email', code: 'contact_required' },
	]);
});

test('first and last name answer for a name in one box', () => {
	assert.deepEqual(issuesOf(validLead({ name: undefined, firstName: 'Ana', lastName: 'Silva' })), []);
});

test('two long names are not too long a name together', () => {
	const [firstName, lastName] = ['x'.repeat(150), 'y'.repeat(150)];
	assert.deepEqual(issuesOf(validLead({ name: undefined, firstName, lastName })), []);
	assert.deepEqual(issuesOf(validLead({ name: 'x'.repeat(201) })), [{ field: 'name', code: 'too_long' }]);
});

test('a range whose ends are swapped is told', () => {
	assert.deepEqual(issuesOf(validLead({ wishes: { priceMin: 5, priceMax: 4 } })), [
		{ field: 'wishes.priceMin', code: 'range_reversed' },
	]);
});

test('text past its limit is too long', () => {
	assert.deepEqual(issuesOf(validLead({ message: 'x'.repeat(5001) })), [{ field: 'message', code: 'too_long' }]);
});

test('a plain form post becomes the same lead as the JSON door’s', () => {
	const post = new URLSearchParams([
		['id', validLead().id],
		['name', 'Ana Silva'],
		['email', 'ana@example.com'],
		['phone', ''],
		['message', 'Hola'],
		['listing.reference', 'EB-AB1234'],
		['wishes.priceMax', '3000000'],
		['wishes.types', 'house'],
		['wishes.types', 'land'],
		['consent.contact', 'on'],
	]);
	const parsed = parseLead(parseFormPost(post, form), form, NOW);
	assert.ok(parsed.ok);
	assert.deepEqual(parsed.lead.wishes, { priceMax: 3000000, types: ['house', 'land'] });
	assert.equal(parsed.lead.listing?.reference, 'EB-AB1234');
	assert.equal(parsed.lead.consent?.[0]?.given, true);
	assert.match(parsed.lead.consent?.[0]?.wordingHash ?? '', /^[0-9a-f]{64}$/);
});

test('a box left empty in a form post is a consent that was not given', () => {
	const parsed = parseLead(
		parseFormPost(new URLSearchParams({ id: validLead().id, name: 'Ana', email: 'a@b.co' }), form),
		form,
		NOW,
	);
	assert.deepEqual(!parsed.ok && parsed.issues, [{ field: 'consent.contact', code: 'consent_required' }]);
});
