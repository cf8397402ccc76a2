import { sites } from '../sites/index.ts';
import { createApp } from './app.ts';
import type { Env } from './env.ts';
import { createOutbox } from './outbox/outbox.ts';
import { wakeAll } from './outbox/wake-all.ts';
import { createRegistry } from './site/registry.ts';

const registry = createRegistry(sites);
const app = createApp(registry);

/** The Durable Object that keeps a site's leads. */
export class Outbox extends createOutbox(registry) {}

export default {
	fetch: app.fetch,
	scheduled: (_event: unknown, env: Env) => wakeAll(registry, env),
};
