import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsAnswers } from '../../../worker/outbox/merge-answers.ts';

const consent = [{ purpose: 'marketing' as const, given: true }];
const stored = JSON.stringify({ id: '1', consent, receipt: 'sealed at one time' });

test('answers that are stored already are known again, whenever their receipt was sealed', () => {
	assert.equal(holdsAnswers(stored, { consent, receipt: 'sealed at another time' }), true);
	assert.equal(holdsAnswers(stored, { consent: [{ purpose: 'marketing', given: false }] }), false);
});
