/** The short form of bench/rows.ts: what one delivered lead costs in rows, on bare workerd. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { measureQuiet, seedRows } from '../../../bench/rows/run.ts';
import { createMeteredWorker, type MeteredWorker } from '../../../bench/support/bench-worker.ts';
import { startVendors, type Vendors } from '../../../bench/support/vendors.ts';

let vendors: Vendors;
let worker: MeteredWorker;

before(async () => {
	vendors = await startVendors();
	worker = await createMeteredWorker(vendors.url);
	await worker.start();
});
after(async () => {
	await worker.remove();
	await vendors.close();
});

for (const site of ['easybroker', 'webhook']) {
	test(`a lead that ${site} takes at once costs four written rows`, async () => {
		const { rowsWritten } = await measureQuiet(worker, site, 2);
		assert.equal(rowsWritten, 4);
	});
}

test('what a lead costs does not grow with the leads that came before it', async () => {
	// A site with a second way: late leads and old ones are looked for after every delivery.
	const first = await measureQuiet(worker, 'limited', 2);
	await seedRows(worker, 'limited', 5000, { state: 'delivered', dueAt: Date.now() - 60 * 60 * 1000 });
	const later = await measureQuiet(worker, 'limited', 2);
	assert.ok(later.rowsRead <= first.rowsRead + 5, `${first.rowsRead} rows at first, ${later.rowsRead} later`);
});
