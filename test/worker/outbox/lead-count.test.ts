import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LeadCount } from '../../../worker/outbox/lead-count.ts';
import { openTestStorage } from '../../support/sql-storage.ts';

const MINUTE = 60_000;
const START = 1_800_000_000_000;

/** An outbox whose leads came at these times, each for so many destinations. */
function outboxOf(times: readonly number[], destinations = 1) {
	const sql = openTestStorage();
	times.forEach((time, i) => {
		for (let d = 0; d < destinations; d++) {
			sql.exec(
				`insert into deliveries (lead_id, destination, body_hash, received_at, state, due_at) values (?, ?, '', ?, 'queued', 0)`,
				`lead ${i}`,
				`to ${d}`,
				time,
			);
		}
	});
	return sql;
}

test('leads are counted over a window that slides, to the millisecond', () => {
	const count = new LeadCount(outboxOf([0, 10, 20, 30].map((at) => START + at)), MINUTE);
	assert.equal(count.hasReached(4, START + 30), true);
	assert.equal(count.hasReached(5, START + 30), false);
	assert.equal(count.hasReached(4, START + MINUTE - 1), true);
	assert.equal(count.hasReached(4, START + MINUTE), false);
	assert.equal(count.hasReached(1, START + 29 + MINUTE), true);
	assert.equal(count.hasReached(1, START + 30 + MINUTE), false);
});

test('a lead for three destinations is one lead', () => {
	const count = new LeadCount(outboxOf([START, START], 3), MINUTE);
	assert.equal(count.hasReached(2, START), true);
	assert.equal(count.hasReached(3, START), false);
});

test('an outbox without leads has reached nothing', () => {
	assert.equal(new LeadCount(outboxOf([]), MINUTE).hasReached(1, START), false);
});

test('one that wakes among thousands of old leads counts like one that was awake', () => {
	const times = Array.from({ length: 3000 }, (_, i) => START + i * 100);
	const sql = outboxOf(times);
	const now = START + 3000 * 100;
	const awake = new LeadCount(sql, MINUTE);
	for (let at = START; at < now; at += 7000) awake.hasReached(1, at);
	for (const cap of [598, 599, 600, 601]) {
		assert.equal(new LeadCount(sql, MINUTE).hasReached(cap, now), cap <= 599, String(cap));
		assert.equal(awake.hasReached(cap, now), cap <= 599, String(cap));
	}
});

test('what is free is not counted again until as many leads have come, and never let past', () => {
	const sql = outboxOf([START]);
	let reads = 0;
	const counting = {
		exec(...args: Parameters<typeof sql.exec>) {
			reads++;
			return sql.exec(...args);
		},
	} as typeof sql;
	const count = new LeadCount(counting, MINUTE);
	const send = (at: number) => {
		if (count.hasReached(10, START + at)) return 'held';
		sql.exec(
			`insert into deliveries (lead_id, destination, body_hash, received_at, state, due_at) values (?, 'to', '', ?, 'queued', 0)`,
			`new ${at}`,
			START + at,
		);
		count.add();
		return 'passed';
	};
	const first = Array.from({ length: 9 }, (_, i) => send(i + 1));
	assert.deepEqual(new Set(first), new Set(['passed']));
	const atOnce = reads;
	assert.ok(atOnce <= 6, `${atOnce} reads`);
	assert.equal(send(20), 'held');
	assert.equal(send(MINUTE), 'passed');
	assert.equal(send(MINUTE), 'held');
});
