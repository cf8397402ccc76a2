import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTexts } from '../../worker/texts/load-texts.ts';
import { TEXTS_ENV } from '../support/texts-env.ts';

test('English stands in for texts that cannot be read, until they can', async () => {
	const broken = { ASSETS: { fetch: async () => new Response(null, { status: 500 }) } };
	assert.equal((await loadTexts('nl', broken)).language, 'en');
	assert.equal((await loadTexts('nl', {})).language, 'en');
	assert.equal((await loadTexts('nl', TEXTS_ENV)).language, 'nl');
});

test('texts are read once an isolate', async () => {
	let reads = 0;
	const counting = {
		ASSETS: {
			fetch(url: string) {
				reads++;
				return TEXTS_ENV.ASSETS.fetch(url);
			},
		},
	};
	await Promise.all([loadTexts('it', counting), loadTexts('it', counting)]);
	assert.equal((await loadTexts('it', counting)).language, 'it');
	assert.equal(reads, 1);
});
