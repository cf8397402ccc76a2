import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNoteworthy, type TakenStep } from '../../../worker/outbox/noteworthy.ts';

/** A first attempt that delivered, changed as wished. */
function taken(
	change: Partial<TakenStep['change']>,
	delivery: Partial<TakenStep['delivery']> = {},
	step: TakenStep['step'] = 'send',
): TakenStep {
	return {
		step,
		delivery: { number: 1, reason: null, attempts: 0, restartedAt: null, ...delivery },
		change: { state: 'delivered', reason: null, tries: 0, ...change },
		began: 0,
		ms: 10,
	};
}

test('a lead that is delivered at once costs no row', () => {
	assert.equal(isNoteworthy(taken({})), false);
	assert.equal(isNoteworthy(taken({}, { attempts: 1 })), false);
});

test('a job that is taken, polled once too early, and confirmed costs no row', () => {
	assert.equal(isNoteworthy(taken({ state: 'confirming' })), false);
	assert.equal(isNoteworthy(taken({ state: 'confirming', reason: 'not yet', tries: 1 }, {}, 'confirm')), false);
	assert.equal(isNoteworthy(taken({}, {}, 'confirm')), false);
});

test('a job that takes long is worth a row', () => {
	assert.equal(isNoteworthy(taken({ state: 'confirming', reason: 'not yet', tries: 2 }, {}, 'confirm')), true);
});

test('every failure is worth a row', () => {
	assert.equal(isNoteworthy(taken({ state: 'queued', reason: 'HTTP 503', tries: 1 })), true);
	assert.equal(isNoteworthy(taken({ state: 'parked', reason: 'HTTP 422' })), true);
	assert.equal(isNoteworthy(taken({ state: 'confirming', reason: 'no answer', tries: 1 })), true);
});

test('the end of a story that began with a failure is worth a row', () => {
	assert.equal(isNoteworthy(taken({}, { reason: 'HTTP 503', attempts: 1 })), true);
	assert.equal(isNoteworthy(taken({}, { attempts: 2 })), true);
	assert.equal(isNoteworthy(taken({}, { restartedAt: 5 })), true);
});
