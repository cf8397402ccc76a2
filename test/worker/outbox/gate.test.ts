import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	afterCall,
	FAILURES_TO_CLOSE,
	OPEN_GATE,
	PROBE_DELAYS_MS,
	toFindingVerdict,
	toPassage,
	toVerdict,
	type Verdict,
} from '../../../worker/outbox/gate.ts';

const NOW = 1_000_000;
const failing: Verdict = { verdict: 'failing' };

/** The gate after so many failures in a row, each at the moment its probe was due. */
function failed(times: number) {
	let gate = OPEN_GATE;
	let now = NOW;
	for (let i = 0; i < times; i++) {
		gate = afterCall(gate, failing, now);
		now = Math.max(now, gate.closedUntil ?? now);
	}
	return { gate, now };
}

test('a few failures leave the gate open', () => {
	assert.deepEqual(toPassage(failed(FAILURES_TO_CLOSE - 1).gate, NOW), { passage: 'all' });
});

test('a vendor that fails again and again is left alone, then tried with one delivery', () => {
	const { gate } = failed(FAILURES_TO_CLOSE);
	assert.deepEqual(toPassage(gate, NOW), { passage: 'none', until: NOW + PROBE_DELAYS_MS[0] });
	assert.deepEqual(toPassage(gate, NOW + PROBE_DELAYS_MS[0]), { passage: 'probe' });
});

test('each failed probe is followed by a longer rest, five minutes at most', () => {
	const rests = Array.from({ length: 7 }, (_, i) => {
		const before = failed(FAILURES_TO_CLOSE + i - 1);
		const gate = afterCall(before.gate, failing, before.now);
		return (gate.closedUntil ?? 0) - before.now;
	});
	assert.deepEqual(rests, [10_000, 30_000, 60_000, 120_000, 300_000, 300_000, 300_000]);
});

test('one success opens the gate and forgets the trouble', () => {
	const { gate, now } = failed(FAILURES_TO_CLOSE + 2);
	assert.equal(afterCall(gate, { verdict: 'fine' }, now), OPEN_GATE);
});

test('a refused account stops its destination at the first refusal', () => {
	const gate = afterCall(OPEN_GATE, { verdict: 'stopped', reason: 'HTTP 401' }, NOW);
	assert.deepEqual([gate.stopped, toPassage(gate, NOW).passage], ['HTTP 401', 'none']);
});

test('a vendor that asks to wait is left alone for as long, and that is no failure', () => {
	const gate = afterCall(OPEN_GATE, { verdict: 'wait', ms: 90_000 }, NOW);
	assert.deepEqual([gate.failures, toPassage(gate, NOW)], [0, { passage: 'none', until: NOW + 90_000 }]);
	assert.equal(afterCall(gate, { verdict: 'fine' }, NOW + 90_000), OPEN_GATE);
});

test('nothing is written down while all is well', () => {
	assert.equal(afterCall(OPEN_GATE, { verdict: 'fine' }, NOW), OPEN_GATE);
});

test('a lead that is refused for its own sake says nothing against its destination', () => {
	assert.deepEqual(toVerdict({ outcome: 'refused', scope: 'lead', reason: 'HTTP 422' }), { verdict: 'fine' });
});

test('a list that can be read says nothing about whether the vendor takes leads', () => {
	const { gate, now } = failed(FAILURES_TO_CLOSE);
	assert.equal(afterCall(gate, toFindingVerdict({ found: 'absent' }), now), gate);
	assert.equal(afterCall(gate, toFindingVerdict({ found: 'present', reference: '1' }), now), OPEN_GATE);
});

test('calls that were under way when the gate closed do not lengthen its rest', () => {
	const { gate } = failed(FAILURES_TO_CLOSE);
	assert.equal(afterCall(gate, failing, NOW + 5), gate);
	const stopped = afterCall(OPEN_GATE, { verdict: 'stopped', reason: 'HTTP 401' }, NOW);
	assert.equal(afterCall(stopped, { verdict: 'stopped', reason: 'HTTP 401' }, NOW + 5), stopped);
	assert.equal(afterCall(gate, { verdict: 'stopped', reason: 'HTTP 401' }, NOW + 5).stopped, 'HTTP 401');
});

test('a call that was under way when the vendor asked to wait does not shorten the wait', () => {
	const gate = afterCall(OPEN_GATE, { verdict: 'wait', ms: 90_000 }, NOW);
	assert.equal(afterCall(gate, { verdict: 'fine' }, NOW + 5), gate);
	assert.equal(afterCall(gate, failing, NOW + 5), gate);
});
