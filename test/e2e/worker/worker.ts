import { env } from 'cloudflare:workers';
import { sol } from '../../../sites/sol.ts';
import { createApp } from '../../../worker/app.ts';
import { createOutbox } from '../../../worker/outbox/outbox.ts';
import { createRegistry } from '../../../worker/site/registry.ts';

/** The pages' port is drawn when the tests start, so their origin comes as a variable. */
const { PAGE_ORIGIN } = env as unknown as { PAGE_ORIGIN: string };

// Without who answers: their picture is on the demo's portal, which is not running here.
const { agent: _, ...site } = sol;
const registry = createRegistry([{ ...site, origins: [PAGE_ORIGIN] }]);

export class Outbox extends createOutbox(registry) {}

export default createApp(registry);
