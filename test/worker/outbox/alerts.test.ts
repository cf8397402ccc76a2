import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALERT_AFTER_MS, decideAlert, type Told } from '../../../worker/outbox/alerts.ts';
import { OPEN_GATE } from '../../../worker/outbox/gate.ts';

const NOW = 100_000_000;

const decide = (change: { gate?: object; waitingSince?: number | null }, told: Told = null, now = NOW) =>
	decideAlert(
		{
			site: 'sol',
			destination: 'easybroker',
			gate: { ...OPEN_GATE, ...change.gate },
			waitingSince: change.waitingSince ?? null,
		},
		told,
		ALERT_AFTER_MS,
		now,
	);

test('while all is well nobody is told anything', () => {
	assert.deepEqual(decide({}), { told: null, text: null, againAt: null });
});

test('a stopped destination is told at once, and only once', () => {
	const stopped = { gate: { stopped: 'HTTP 401', since: NOW } };
	assert.match(decide(stopped).text ?? '', /site sol, easybroker: stopped.*HTTP 401.*go out by themselves/);
	assert.equal(decide(stopped, 'stopped').text, null);
});

test('trouble is told when it has lasted, not before', () => {
	const trouble = { gate: { failures: 9, since: NOW } };
	assert.deepEqual(decide(trouble), { told: null, text: null, againAt: NOW + ALERT_AFTER_MS });
	const later = decide(trouble, null, NOW + ALERT_AFTER_MS);
	assert.match(later.text ?? '', /waiting for 15 minutes/);
	assert.equal(decide(trouble, later.told, NOW + 2 * ALERT_AFTER_MS).text, null);
});

test('leads that wait without any failure are told too', () => {
	assert.match(decide({ waitingSince: NOW - ALERT_AFTER_MS }).text ?? '', /waiting for 15 minutes/);
});

test('recovery is told once', () => {
	assert.deepEqual(decide({}, 'late'), {
		told: null,
		text: 'Doorstep, site sol, easybroker: all is well again.',
		againAt: null,
	});
	assert.equal(decide({}).text, null);
});

test('a vendor that comes and goes is one outage', () => {
	assert.equal(decide({ gate: { failures: 1, since: NOW } }, 'late').text, null);
});
