import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookUp, type Target } from '../../../worker/outbox/carry-out.ts';
import type { Delivery } from '../../../worker/outbox/delivery.ts';
import { toFindingVerdict } from '../../../worker/outbox/gate.ts';
import type { Lookup } from '../../../worker/vendors/vendor.ts';

test('a list too long to be read to its end is no fault of the vendor', async (context) => {
	const fetched = context.mock.method(globalThis, 'fetch', async () => new Response('{}'));
	const page = (): Lookup => ({
		request: { method: 'GET', url: 'http://localhost/', headers: {} },
		read: () => ({ found: 'elsewhere', next: page() }),
	});
	const target = {
		site: { id: 's', language: 'en', country: 'US', currency: 'USD', timeZone: 'UTC', name: 'S', deliverTo: [] },
		destination: {
			vendor: { find: page },
			settings: {},
			secrets: {},
			baseUrl: 'https://vendor.example',
			manners: { timeoutMs: 1000 },
		},
		env: {},
		onCall: () => {},
	} as unknown as Target;
	const finding = await lookUp(target, { job: null, lead: '{}', number: 1 } as Delivery);
	assert.equal(finding.found, 'elsewhere');
	assert.deepEqual(toFindingVerdict(finding), { verdict: 'neutral' });
	assert.ok(fetched.mock.callCount() > 1, 'more than one page was read');
	assert.ok(fetched.mock.callCount() <= 50, 'but not all of them');
});
