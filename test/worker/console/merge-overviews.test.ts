import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskOverview } from '../../../worker/outbox/desk/protocol.ts';
import { type Gate, OPEN_GATE } from '../../../worker/outbox/gate.ts';
import { mergeOverviews } from '../../../worker/routes/console/merge-overviews.ts';

const overview = (
	delivered: number,
	waiting: number,
	oldestAt: number | null,
	gate: Gate = OPEN_GATE,
): DeskOverview => ({
	counts: { queued: waiting, confirming: 0, delivered, parked: 1, held: 0, discarded: 0 },
	destinations: [{ name: 'crm', waiting, oldestAt, gate }],
});
const closed: Gate = { failures: 5, closedUntil: 2000, stopped: null, since: 1000 };

test('counts and waiting leads of all outboxes are added up, and the oldest is the oldest of all', () => {
	const { counts, destinations } = mergeOverviews([overview(5, 2, 300), overview(7, 0, null), overview(1, 4, 200)]);
	assert.deepEqual(counts, { queued: 6, confirming: 0, delivered: 13, parked: 3, held: 0, discarded: 0 });
	assert.deepEqual(destinations, [{ name: 'crm', waiting: 6, oldestAt: 200, gate: OPEN_GATE }]);
});

test('the gate that is worst off stands for all', () => {
	const stopped: Gate = { ...closed, closedUntil: 1500, stopped: 'HTTP 401' };
	const gateOf = (...gates: Gate[]) =>
		mergeOverviews(gates.map((gate) => overview(0, 0, null, gate))).destinations[0]?.gate;
	assert.equal(gateOf(OPEN_GATE, closed), closed);
	assert.equal(gateOf(closed, OPEN_GATE), closed);
	assert.equal(gateOf(closed, { ...closed, closedUntil: 1900 }), closed);
	assert.equal(gateOf(closed, stopped), stopped);
	assert.equal(gateOf(stopped, closed), stopped);
});

test('a destination that one outbox alone still knows is told, too', () => {
	const old = { ...overview(0, 3, 100), destinations: [{ name: 'old', waiting: 3, oldestAt: 100, gate: OPEN_GATE }] };
	const names = mergeOverviews([overview(1, 0, null), old]).destinations.map(({ name, waiting }) => [name, waiting]);
	assert.deepEqual(names, [
		['crm', 0],
		['old', 3],
	]);
});
