import { env } from 'cloudflare:workers';
import { createApp } from '../../worker/app.ts';
import { createOutbox } from '../../worker/outbox/outbox.ts';
import { createRegistry } from '../../worker/site/registry.ts';
import type { ShardSettings } from '../../worker/site/shards.ts';
import { largeSite } from './shard-sites.ts';

/** How many outboxes the site has: a deployer raises it by a new version, a test by starting with another variable. */
const { SHARDS } = env as unknown as { SHARDS: string };
const registry = createRegistry([largeSite((JSON.parse(SHARDS) ?? undefined) as ShardSettings | undefined)]);

export class Outbox extends createOutbox(registry) {}

export default createApp(registry);
