import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lys } from '../../../sites/lys.ts';
import { toForm } from '../../../worker/form/to-form.ts';
import { parseFormPost } from '../../../worker/intake/parse-form-post.ts';
import { type PlainFormState, renderPlainForm } from '../../../worker/pages/plain-form.ts';
import { findTexts } from '../../../worker/texts/index.ts';

const form = await toForm(lys, findTexts('fr'));

const render = async (state: PlainFormState = {}) => String(await renderPlainForm(form, state));

/** The groups of a plain form: whether each is open, its title, and the names of its inputs in order. */
function readGroups(page: string) {
	return [...page.matchAll(/<details( open)?><summary>(.*?)\s*<span.*?<\/details>/gs)].map(([group, open, title]) => ({
		open: open !== undefined,
		title,
		names: [...new Set([...group.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name))],
	}));
}

test('the plain form asks the further steps in the widget’s order, each in a group of its title', async () => {
	const groups = readGroups(await render());
	const further = form.steps.slice(1);
	assert.deepEqual(
		groups.map(({ title }) => title),
		further.map(({ title }) => title),
	);
	assert.deepEqual(
		groups.flatMap(({ names }) => names),
		further.flatMap(({ fields }) => fields.map(({ name }) => name)),
	);
});

test('the contact questions of the plain form stand before the groups and the consent and button after them', async () => {
	const page = await render();
	const order = ['name="email"', '<details', 'name="consent.contact"', '<button'].map((mark) => page.lastIndexOf(mark));
	assert.deepEqual(
		order,
		[...order].sort((a, b) => a - b),
	);
	assert.ok(order.every((at) => at > 0));
});

test('a group of the plain form is folded until something in it was answered or needs a look', async () => {
	assert.deepEqual(
		readGroups(await render()).map(({ open }) => open),
		[false, false, false],
	);
	const answered = await render({ typed: { 'wishes.priceMax': ['428000'], 'wishes.timeFrame': [''] } });
	assert.deepEqual(
		readGroups(answered).map(({ open }) => open),
		[false, true, false],
	);
	const wrong = await render({ issues: [{ field: 'wishes.moveIn', code: 'wrong_type' }] });
	assert.deepEqual(
		readGroups(wrong).map(({ open }) => open),
		[false, false, true],
	);
	assert.match(
		wrong,
		/aria-describedby="wishes-moveIn-error" id|id="wishes-moveIn"[^>]*aria-describedby="wishes-moveIn-error"/,
	);
});

test('nothing asked in a group of the plain form has to be answered', async () => {
	const groups = (await render()).match(/<details.*<\/details>/s)?.[0] ?? '';
	assert.ok(groups.includes('name="wishes.priceMax"'));
	assert.doesNotMatch(groups, / required/);
});

test('amounts in a plain form are read as people write them', () => {
	const post = new URLSearchParams({
		'wishes.priceMax': '428.000',
		'wishes.priceMin': '300 000',
		'wishes.bedroomsMin': '2',
		'wishes.areaMin': 'about 80',
		'listing.area': '98.125',
	});
	assert.deepEqual(
		{ ...parseFormPost(post, form) },
		{
			wishes: { priceMax: 428_000, priceMin: 300_000, bedroomsMin: 2, areaMin: 'about 80' },
			listing: { area: 98.125 },
			consent: [
				{
					purpose: 'contact',
					given: false,
					wordingId: form.consent[0]?.wordingId,
					wordingHash: form.consent[0]?.wordingHash,
				},
			],
		},
	);
});
