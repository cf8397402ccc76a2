/** What the Worker weighs where it is deployed: a cold isolate reads all of it before the first lead. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundleWorker, WORKER_MAX_BYTES } from '../support/bundle-worker.ts';

test('the Worker as it is deployed weighs at most 100 KB, gzip', () => {
	const folder = mkdtempSync(join(tmpdir(), 'doorstep-bundle-'));
	try {
		const { gzip } = bundleWorker(folder);
		assert.ok(
			gzip <= WORKER_MAX_BYTES,
			`${gzip} bytes, allowed are ${WORKER_MAX_BYTES}: run "wrangler deploy --dry-run --outdir out --metafile" and read out/bundle-meta.json`,
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
