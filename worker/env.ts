import type { OutboxStub } from './outbox/protocol.ts';

/** The Worker's bindings. Secrets and variables that sites name are read by name, through `readSecret`. */
export interface Env {
	/** One Durable Object per site, by the site's id, or several (`toOutboxName`). */
	OUTBOX: { getByName(name: string): OutboxStub };
	[name: string]: unknown;
}
