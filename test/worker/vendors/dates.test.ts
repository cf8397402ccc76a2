import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTimeZone, toLocalDateTime, toTermEnd, toUtcDayEnd, toUtcMidnight } from '../../../worker/vendors/dates.ts';

test('a moment is told by a zone’s clock, over the change of the clocks too', () => {
	assert.equal(toLocalDateTime(Date.parse('2025-01-25T10:02:11Z'), 'Europe/Paris'), '2025-01-25 11:02:11');
	assert.equal(toLocalDateTime(Date.parse('2026-03-29T00:59:59.999Z'), 'Europe/Paris'), '2026-03-29 01:59:59');
	assert.equal(toLocalDateTime(Date.parse('2026-03-29T01:00:00Z'), 'Europe/Paris'), '2026-03-29 03:00:00');
	assert.equal(toLocalDateTime(Date.parse('2026-06-30T23:00:00Z'), 'Europe/Lisbon'), '2026-07-01 00:00:00');
});

test('a calendar day stays the day that was chosen', () => {
	assert.equal(toUtcMidnight('2026-01-15'), '2026-01-15T00:00:00Z');
	assert.equal(toUtcDayEnd('2026-01-15'), '2026-01-15T23:59:59.999Z');
});

test('a term ends the day before, or on a shorter month’s last day', () => {
	assert.equal(toTermEnd('2016-08-01', 1), '2016-08-31');
	assert.equal(toTermEnd('2026-09-01', 12), '2027-08-31');
	assert.equal(toTermEnd('2026-01-31', 1), '2026-02-28');
	assert.equal(toTermEnd('2026-01-31', 2), '2026-03-30');
	assert.equal(toTermEnd('2026-12-15', 1), '2027-01-14');
	assert.equal(toTermEnd('2026-01-01', 0), undefined);
	assert.equal(toTermEnd('9999-12-31', 1000), undefined);
});

test('zones are known by their IANA names', () => {
	assert.ok(isTimeZone('Europe/Paris'));
	assert.ok(!isTimeZone('Paris'));
});
