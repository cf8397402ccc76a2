import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toShardPart } from '../../../worker/outbox/to-shard-part.ts';
import { defineSite, type Site } from '../../../worker/site/define-site.ts';
import { secret } from '../../../worker/site/secret.ts';
import { webhook } from '../../../worker/vendors/webhook/index.ts';

const hook = (name: string, manners: Partial<Site['deliverTo'][number]['manners']> = {}) => {
	const destination = webhook({ name, url: 'https://crm.example/leads', secret: secret('SOL_WEBHOOK_SECRET') });
	return { ...destination, manners: { ...destination.manners, ...manners } };
};
const site = (more: Partial<Site> = {}): Site =>
	defineSite({
		id: 'gran',
		name: 'Gran Portal',
		origins: ['https://gran.example'],
		language: 'es',
		country: 'MX',
		currency: 'MXN',
		timeZone: 'America/Mexico_City',
		deliverTo: [hook('crm', { limit: { calls: 100, perMs: 60_000 }, concurrency: 8 }), hook('silent')],
		form: { mode: 'contact', consent: [] },
		fallback: { afterMinutes: 60, to: hook('second', { limit: { calls: 10, perMs: 1000 } }) },
		limits: { perMinute: 90 },
		...more,
	});

test('a shard has its part of the limits, of the calls at once, and of the caps on leads', () => {
	const { deliverTo, fallback, limits } = toShardPart(site({ shards: { count: 4 } }), 2);
	const [crm, silent] = deliverTo.map(({ manners }) => manners);
	assert.deepEqual([crm?.limit, crm?.concurrency], [{ calls: 25, perMs: 60_000 }, 2]);
	assert.deepEqual([silent?.limit, silent?.concurrency], [undefined, 2]);
	assert.deepEqual(fallback?.to.manners.limit, { calls: 2, perMs: 1000 });
	assert.deepEqual(limits, { perMinute: 23, perDay: 500 });
});

test('a site with one outbox is left as it is', () => {
	const whole = site();
	assert.equal(toShardPart(whole, 0), whole);
});

test('more shards than a vendor takes calls at once are refused, with how many there may be', () => {
	assert.throws(() => site({ shards: { count: 9 } }), /shards\.count: write at most 8; deliverTo\[0\] \(webhook\)/);
});
