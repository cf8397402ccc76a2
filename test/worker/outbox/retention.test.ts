import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Retention } from '../../../worker/outbox/retention.ts';
import { openTestStorage } from '../../support/sql-storage.ts';

const KEEP_MS = 1000;

test('a lead that came before an older lead’s second way is erased in its turn', () => {
	const sql = openTestStorage();
	// The second way of a lead is a row of its own, with the time at which the lead came: numbers and times differ.
	for (const receivedAt of [600, 500]) {
		sql.exec(
			`insert into deliveries (lead_id, destination, body_hash, lead, received_at, state, due_at, settled_at)
			values (?, 'crm', '', '{"name":"Ana"}', ?, 'delivered', 0, 0)`,
			`lead-${receivedAt}`,
			receivedAt,
		);
	}
	const retention = new Retention(sql);
	for (const now of [1550, 1650]) retention.run(now, KEEP_MS);
	const kept = sql.exec<{ lead: string }>(`select lead from deliveries where lead like '%Ana%'`).toArray();
	assert.deepEqual(kept, []);
});
