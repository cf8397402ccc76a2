import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Delivery } from '../../../worker/outbox/delivery.ts';
import { GIVE_UP_AFTER_MS } from '../../../worker/outbox/retry-policy.ts';
import { settleFinding, settleOutcome, toStep } from '../../../worker/outbox/settle.ts';
import type { VendorManners } from '../../../worker/vendors/vendor.ts';

const NOW = 1_000_000_000;

function delivery(change: Partial<Delivery> = {}): Delivery {
	return {
		number: 1,
		leadId: 'a',
		destination: 'easybroker',
		lead: '{}',
		receivedAt: NOW,
		restartedAt: null,
		state: 'queued',
		dueAt: NOW,
		attempts: 1,
		tries: 0,
		startedAt: NOW,
		job: null,
		reference: null,
		reason: null,
		...change,
	};
}

const with_ = (afterUnknown: VendorManners['afterUnknown'], now = NOW) => ({
	manners: { timeoutMs: 1000, settleMs: 500, afterUnknown },
	now,
	random: 1,
});

test('a delivered lead keeps the vendor’s receipt and has no open attempt', () => {
	const change = settleOutcome(delivery(), { outcome: 'delivered', reference: '77' }, with_('find'));
	assert.deepEqual([change.state, change.reference, change.startedAt, change.reason], ['delivered', '77', null, null]);
});

test('a lead the vendor refuses is parked with the reason', () => {
	const change = settleOutcome(delivery(), { outcome: 'refused', scope: 'lead', reason: 'HTTP 422' }, with_('find'));
	assert.deepEqual([change.state, change.reason], ['parked', 'HTTP 422']);
});

test('a refusal of the account keeps the lead queued', () => {
	const change = settleOutcome(
		delivery(),
		{ outcome: 'refused', scope: 'destination', reason: 'HTTP 401' },
		with_('find'),
	);
	assert.deepEqual([change.state, change.dueAt > NOW], ['queued', true]);
});

test('a retry waits at least as long as the vendor asked', () => {
	const change = settleOutcome(delivery(), { outcome: 'retry', reason: 'HTTP 429', afterMs: 90_000 }, with_('find'));
	assert.deepEqual([change.state, change.dueAt], ['queued', NOW + 90_000]);
});

test('after an unanswered attempt the look-up waits until the vendor must be done with it', () => {
	const change = settleOutcome(
		delivery(),
		{ outcome: 'unknown', reason: 'no answer', answered: false },
		with_('find', NOW + 1000),
	);
	assert.deepEqual([change.state, change.dueAt, change.startedAt], ['confirming', NOW + 1500, null]);
});

test('a lead whose attempts bring no answer time and again is looked up and sent less and less often', () => {
	const change = settleOutcome(
		delivery({ tries: 5 }),
		{ outcome: 'unknown', reason: 'no answer', answered: false },
		with_('find', NOW + 1000),
	);
	assert.equal(change.dueAt, NOW + 1000 + 6 * 3_600_000);
});

test('after an answered but unclear attempt the look-up need not wait for the vendor', () => {
	const change = settleOutcome(delivery(), { outcome: 'unknown', reason: 'HTTP 500', answered: true }, with_('find'));
	assert.deepEqual([change.state, change.dueAt], ['confirming', NOW + 5000]);
});

test('an unknown outcome at a vendor that merges repeats is sent again', () => {
	const change = settleOutcome(
		delivery(),
		{ outcome: 'unknown', reason: 'no answer', answered: false },
		with_('repeat'),
	);
	assert.deepEqual([change.state, change.dueAt > NOW], ['queued', true]);
});

test('an unknown outcome at a vendor that neither merges nor can be asked is left to a person', () => {
	const change = settleOutcome(delivery(), { outcome: 'unknown', reason: 'no answer', answered: false }, with_('park'));
	assert.deepEqual([change.state, change.reason], ['parked', 'no answer']);
});

test('a lead that the look-up finds is delivered without being sent again', () => {
	const change = settleFinding(delivery({ state: 'confirming' }), { found: 'present', reference: '1' }, with_('find'));
	assert.deepEqual([change.state, change.reference], ['delivered', '1']);
});

test('a lead that the look-up proves absent is sent again at once', () => {
	const change = settleFinding(delivery({ state: 'confirming', startedAt: null }), { found: 'absent' }, with_('find'));
	assert.deepEqual([change.state, change.dueAt], ['queued', NOW]);
});

test('a look-up that could not be read is made again later', () => {
	const change = settleFinding(
		delivery({ state: 'confirming' }),
		{ found: 'unclear', reason: 'HTTP 500' },
		with_('find'),
	);
	assert.deepEqual([change.state, change.tries, change.dueAt > NOW], ['confirming', 1, true]);
});

test('a job that the vendor reports failed is parked', () => {
	const change = settleFinding(
		delivery({ state: 'confirming', job: 'j' }),
		{ found: 'failed', reason: 'refused' },
		with_('park'),
	);
	assert.equal(change.state, 'parked');
});

test('when its time is over a lead is parked, never deleted', () => {
	const late = delivery({ receivedAt: NOW - GIVE_UP_AFTER_MS - 1, tries: 12 });
	assert.equal(settleOutcome(late, { outcome: 'retry', reason: 'HTTP 503' }, with_('find')).state, 'parked');
	assert.equal(settleFinding(late, { found: 'absent' }, with_('find')).state, 'parked');
});

test('a lead that a person started afresh has its whole time again', () => {
	const replayed = delivery({ receivedAt: NOW - GIVE_UP_AFTER_MS - 1, restartedAt: NOW, tries: 0 });
	assert.equal(settleOutcome(replayed, { outcome: 'retry', reason: 'HTTP 503' }, with_('find')).state, 'queued');
});

test('an attempt left open by a crash is settled before anything else', () => {
	assert.equal(toStep({ state: 'queued', startedAt: 5, job: null }), 'recover');
	assert.equal(toStep({ state: 'queued', startedAt: null, job: null }), 'send');
	assert.equal(toStep({ state: 'confirming', startedAt: null, job: null }), 'find');
	assert.equal(toStep({ state: 'confirming', startedAt: null, job: 'j' }), 'confirm');
});
