import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lead } from '../../../contract/lead.ts';
import { saysNothingNew } from '../../../worker/outbox/says-nothing-new.ts';

const before: Lead = {
	id: 'a',
	receivedAt: 0,
	name: 'Ana Silva',
	email: 'ana@example.com',
	phoneE164: '+525512345678',
	wishes: { priceMax: 5, types: ['house'] },
	consent: [{ purpose: 'contact', given: true }],
};

test('the same answers, or fewer of them, tell nothing new', () => {
	assert.equal(
		saysNothingNew({ ...before, id: 'b', receivedAt: 9, attribution: { page: 'https://x.example' } }, before),
		true,
	);
	const { phoneE164, wishes, ...fewer } = before;
	assert.equal(saysNothingNew(fewer, before), true);
	assert.equal(saysNothingNew({ ...before, wishes: { priceMax: 5 } }, before), true);
});

test('a phone added, a name mended, a wish or a consent changed is news', () => {
	const news: Partial<Lead>[] = [
		{ phone2E164: '+525500000000' },
		{ name: 'Ana Sílva' },
		{ email: 'ana@other.example' },
		{ wishes: { priceMax: 6, types: ['house'] } },
		{ wishes: { priceMax: 5, types: ['house', 'land'] } },
		{ wishes: { bedroomsMin: 2 } },
		{ intent: ['buy'] },
		{ consent: [{ purpose: 'contact', given: false }] },
	];
	for (const change of news)
		assert.equal(saysNothingNew({ ...before, ...change }, before), false, JSON.stringify(change));
});
