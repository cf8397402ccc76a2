import { sites } from '../sites/index.ts';
import { createApp } from './app.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createRegistry } from './site/registry.ts';

const registry = createRegistry(sites);

/** The Durable Object that keeps a site's leads. */
export class Outbox extends createOutbox(registry) {}

export default createApp(registry);
