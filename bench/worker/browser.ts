/** The Worker as it is, with the browser bench's sites. */
import { createApp } from '../../worker/app.ts';
import { createOutbox } from '../../worker/outbox/outbox.ts';
import { createRegistry } from '../../worker/site/registry.ts';
import { browserSites } from './browser-sites.ts';

const registry = createRegistry(browserSites);

/** The outbox as it is deployed. */
export class Outbox extends createOutbox(registry) {}

export default createApp(registry);
