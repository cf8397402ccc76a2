import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTooDeep, JSON_MAX_DEPTH } from '../../../worker/guard/json-depth.ts';

const nest = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

test('what nests up to the cap is read, and one deeper is not', () => {
	assert.equal(isTooDeep(nest(JSON_MAX_DEPTH)), false);
	assert.equal(isTooDeep(nest(JSON_MAX_DEPTH + 1)), true);
	assert.equal(isTooDeep('{"a":'.repeat(JSON_MAX_DEPTH + 1)), true);
});

test('siblings are not depth', () => {
	assert.equal(isTooDeep(`[${'{},'.repeat(1000)}{}]`), false);
});

test('brackets that a person typed are not depth, whatever quotes and backslashes stand before them', () => {
	for (const typed of ['['.repeat(50), `"${'{'.repeat(50)}`, `\\${'['.repeat(50)}`, `\\"${'['.repeat(50)}`]) {
		assert.equal(isTooDeep(JSON.stringify({ message: typed })), false, typed);
	}
});
