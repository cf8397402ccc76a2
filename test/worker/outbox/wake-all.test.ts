import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutboxStub } from '../../../worker/outbox/protocol.ts';
import { wakeAll } from '../../../worker/outbox/wake-all.ts';
import { createRegistry } from '../../../worker/site/registry.ts';
import { sites } from '../sites.ts';

test('the hourly run wakes every outbox of every site, and one that fails stops none', async () => {
	const some = sites.filter(({ id }) => ['sol', 'gran', 'correo'].includes(id));
	const woken: string[] = [];
	const getByName = (name: string) =>
		({
			wake: async (as: string) => {
				woken.push(as);
				if (name === 'gran~1') throw new Error('out of reach');
			},
		}) as unknown as OutboxStub;
	await wakeAll(createRegistry(some), { OUTBOX: { getByName } });
	assert.deepEqual(woken.sort(), ['correo', 'gran', 'gran~1', 'gran~2', 'gran~3', 'sol']);
});
