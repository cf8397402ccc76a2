import type { Lead } from '../../contract/lead.ts';

/** What routes and the outbox say to each other. */

/** A lead to be kept, with the SHA-256 of the body it came from, in hex. */
export interface AcceptRequest {
	site: string;
	lead: Lead;
	bodyHash: string;
}

/**
 * What became of it.
 * - `stored`: on disk when this arrives.
 * - `repeated`: the same id and body were stored before; nothing new was written.
 * - `conflict`: the id was used for another body; nothing was written.
 */
export type AcceptResult = 'stored' | 'repeated' | 'conflict';

/** The states of a delivery. `DESIGN`'s table: queued → (confirming) → delivered, or parked, or held. */
export const STATES = ['queued', 'confirming', 'delivered', 'parked', 'held'] as const;
export type DeliveryState = (typeof STATES)[number];

/** The calls routes may make on a site's outbox. */
export interface OutboxStub {
	accept(request: AcceptRequest): Promise<AcceptResult>;
}
