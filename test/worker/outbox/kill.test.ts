/** The short form of bench/kill.ts: what docs/delivery.md promises, in a minute. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runKill } from '../../../bench/kill/run.ts';

const quiet = { onProgress: () => {} };

test('no acknowledged lead is lost or doubled when the runtime is killed while vendors misbehave', async () => {
	const { tallies, afterwards, kills, refused } = await runKill({
		leads: 120,
		kills: 6,
		seed: 1,
		control: false,
		...quiet,
	});
	assert.equal(kills, 6);
	assert.equal(refused, 0);
	for (const { vendor, acknowledged, arrived, lost, doubled, parked, sends } of tallies) {
		assert.equal(lost, 0, `${vendor} lost some`);
		if (vendor === 'propexo') {
			assert.ok(arrived + parked >= acknowledged, 'what has not arrived waits for a person');
		} else {
			assert.deepEqual([vendor, arrived, parked], [vendor, acknowledged, 0]);
		}
		// Without a key nothing joins a lead that had to be sent again with the one that came before.
		if (vendor === 'maxwork-lead') assert.ok(doubled <= sends - acknowledged);
		else assert.equal(doubled, 0, `${vendor} has some twice`);
	}
	for (const { vendor, acknowledged, arrived } of afterwards) {
		assert.equal(arrived, acknowledged, `${vendor}: a person has every parked lead sent`);
	}
});

test('the same test sees the losses of a Worker that says thank you before it stores', async () => {
	const { tallies } = await runKill({ leads: 60, kills: 4, seed: 1, control: true, ...quiet });
	assert.ok(tallies.reduce((sum, { lost }) => sum + lost, 0) > 0);
});
