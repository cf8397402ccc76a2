/** The Worker with one site three times over: in one outbox, in two, and in four. */
import { createApp } from '../../worker/app.ts';
import { createOutbox } from '../../worker/outbox/outbox.ts';
import { defineSite, type Site } from '../../worker/site/define-site.ts';
import { createRegistry } from '../../worker/site/registry.ts';
import { sites } from './sites.ts';

const [whole] = sites.filter(({ id }) => id === 'webhook') as [Site];
/** Patient: a call that is given up on because the machine is busy would be sent again, and count as a second one. */
const deliverTo = whole.deliverTo.map((to) => ({ ...to, manners: { ...to.manners, timeoutMs: 60_000 } }));
const registry = createRegistry([
	defineSite({ ...whole, id: 'shards-1', deliverTo }),
	...[2, 4].map((count) => defineSite({ ...whole, id: `shards-${count}`, deliverTo, shards: { count } })),
]);

export class Outbox extends createOutbox(registry) {}

export default createApp(registry);
