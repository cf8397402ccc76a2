import { createApp } from '../../worker/app.ts';
import { createOutbox } from '../../worker/outbox/outbox.ts';
import { createRegistry } from '../../worker/site/registry.ts';
import { sites } from './spam-sites.ts';

const registry = createRegistry(sites);

/** The outbox as it is deployed. */
export class Outbox extends createOutbox(registry) {}

export default createApp(registry);
