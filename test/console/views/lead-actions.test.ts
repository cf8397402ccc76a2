import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionsOf } from '../../../console/views/lead-actions.ts';
import { CONSOLE_STATES } from '../../../contract/console.ts';

test('each state offers the actions the API takes in it, and no other', () => {
	const offered = Object.fromEntries(CONSOLE_STATES.map((state) => [state, actionsOf(state).map(({ name }) => name)]));
	assert.deepEqual(offered, {
		queued: [],
		confirming: [],
		delivered: ['replay'],
		parked: ['replay', 'discard'],
		held: ['release', 'discard'],
		discarded: [],
	});
});

test('whatever erases a lead, or may make a second one at the vendor, asks first', () => {
	for (const state of CONSOLE_STATES) {
		for (const { name, question } of actionsOf(state)) {
			assert.equal(question !== undefined, name === 'discard' || state === 'delivered', `${state} ${name}`);
		}
	}
});
