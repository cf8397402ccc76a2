import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SIGNALS } from '../../../worker/screen/signals.ts';

const page = readFileSync(new URL('../../../docs/screening.md', import.meta.url), 'utf8');

test('the documented table has every signal with its weight, in order, and no other', () => {
	const rows = page.split('\n').filter((line) => /^\| `\w+` \| \d+ \|/.test(line));
	const wanted = Object.entries(SIGNALS).map(([code, { weight, about }]) => `| \`${code}\` | ${weight} | ${about} |`);
	assert.deepEqual(rows, wanted);
});
