import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toSpan } from '../../../console/format/describe-time.ts';

test('a span is told in its largest whole unit', () => {
	assert.deepEqual([0, 59, 60, 3599, 3600, 86_399, 86_400, 200_000].map(toSpan), [
		'0 s',
		'59 s',
		'1 min',
		'59 min',
		'1 h',
		'23 h',
		'1 d',
		'2 d',
	]);
});
