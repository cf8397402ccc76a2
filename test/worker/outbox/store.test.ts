import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { NewDeliveries } from '../../../worker/outbox/new-deliveries.ts';
import { OutboxStore } from '../../../worker/outbox/store.ts';
import { openTestStorage } from '../../support/sql-storage.ts';

const NOW = 1_000_000_000;
const LEASE_MS = 20_000;

let sql: SqlStorage;
let store: OutboxStore;

beforeEach(() => {
	sql = openTestStorage();
	store = new OutboxStore(sql);
});

/** Stores a delivery that was attempted before and waits. */
function waiting(change: { receivedAt?: number; state?: string; tries?: number; dueAt?: number }): number {
	const { receivedAt = NOW - 60_000, state = 'queued', tries = 1, dueAt = NOW + 3_600_000 } = change;
	const { number } = new NewDeliveries(sql).insertFurther({
		leadId: `lead-${Math.random()}`,
		destination: 'crm',
		receivedAt,
		dueAt,
		startedAt: null,
		lead: '{}',
		bodyHash: '',
		emailHash: null,
		phoneHash: null,
	});
	sql.exec('update deliveries set state = ?, tries = ?, attempts = 1 where number = ?', state, tries, number);
	return number;
}
const dueAt = (number: number) =>
	sql.exec<{ due_at: number }>('select due_at from deliveries where number = ?', number).one().due_at;
const hasten = () => store.hasten('crm', NOW, LEASE_MS, 500);

test('what waits only because its vendor was down is due when the vendor is back', () => {
	const retry = waiting({});
	const lookUp = waiting({ state: 'confirming', tries: 2 });
	hasten();
	assert.ok(dueAt(retry) <= NOW);
	assert.equal(dueAt(lookUp), NOW + LEASE_MS, 'but not while the vendor may be at work on an unanswered call');
});

test('a look-up that waits for just that is left alone', () => {
	// It was looked up before, sent again, and that call got no answer a moment ago.
	const number = waiting({ state: 'confirming', tries: 2, dueAt: NOW + LEASE_MS - 1 });
	hasten();
	assert.equal(dueAt(number), NOW + LEASE_MS - 1);
});

test('leads that were tried while the vendor was down go out in the order in which they came', () => {
	const later = waiting({ receivedAt: NOW - 1000, dueAt: NOW + 1000 });
	const first = waiting({ receivedAt: NOW - 9000, dueAt: NOW + 9_000_000 });
	hasten();
	assert.deepEqual(
		store.due('crm', true, NOW, 10).map(({ number }) => number),
		[first, later],
	);
});

test('the question for what is due reads an index, not the backlog', () => {
	const plan = sql
		.exec<{ detail: string }>(
			`explain query plan select number from deliveries
			where state in ('queued', 'confirming') and destination = 'crm' and (attempts > 0) = 0 and due_at <= 5 order by due_at limit 12`,
		)
		.toArray();
	assert.match(plan.map(({ detail }) => detail).join(), /^SEARCH deliveries USING INDEX deliveries_due/);
});
