import type { ConsoleAction, ConsoleErasure } from '../../../contract/console.ts';
import type { Delivery } from '../delivery.ts';
import type { Gate } from '../gate.ts';
import type { DeliveryState } from '../protocol.ts';
import type { Step } from '../settle.ts';

/** What the operator's routes and a site's outbox say to each other. Times are epoch milliseconds. */

/** A delivery as the operator sees it. */
export type DeskDelivery = Pick<
	Delivery,
	| 'number'
	| 'leadId'
	| 'destination'
	| 'state'
	| 'receivedAt'
	| 'restartedAt'
	| 'attempts'
	| 'dueAt'
	| 'reason'
	| 'reference'
> & {
	settledAt: number | null;
	/** The lead as JSON; null once erased, undefined where it was not asked for. */
	lead?: string | null;
};

/** One row of a delivery's history. */
export interface DeskAttempt {
	at: number;
	step: Step;
	state: DeliveryState;
	reason: string | null;
	ms: number;
}

/** Which deliveries to list; what is absent does not narrow. */
export interface DeskQuery {
	state?: DeliveryState;
	destination?: string;
	/** The lead's id. */
	id?: string;
	/** Received before, and received at or after. */
	before?: number;
	after?: number;
	/** Only numbers below: where the last page ended. */
	below?: number;
	limit: number;
	/** Whether the leads themselves are asked for. */
	leads: boolean;
}

/** A page, newest first. It may be short, even empty, and yet not the last: `next` alone says that. */
export interface DeskPage<Row = DeskDelivery> {
	rows: Row[];
	/** The next page's `below`, or undefined after the last. */
	next?: number | undefined;
}

/** A site's counts, and what waits per destination. */
export interface DeskOverview {
	counts: Record<DeliveryState, number>;
	destinations: { name: string; waiting: number; oldestAt: number | null; gate: Gate }[];
}

/**
 * What became of an action on one delivery: its new state, or why nothing was done.
 * - `unknown`: no such delivery.
 * - `wrong_state`: the action is for other states.
 * - `erased`: its personal data is gone, so there is nothing to send.
 * - `confirm_required`: the vendor has it; only a caller who says so twice may send it again.
 * - `under_way`: a step is being taken right now.
 * - `no_destination`: the site has no destination of this name any more.
 */
export type DeskResult =
	| { ok: true; state: DeliveryState }
	| {
			ok: false;
			refusal: 'unknown' | 'wrong_state' | 'erased' | 'confirm_required' | 'under_way' | 'no_destination';
	  };

/** Who does it: a token's fingerprint, or the e-mail that Cloudflare Access vouches for. */
export type Who = string;

/** How an action that takes several calls goes on: the audit row it counts on, and where the last call ended. */
export interface DeskContinuation {
	audit: number;
	/** The last number that was looked at. */
	last: number;
}

/** Parked deliveries to be replayed. */
export interface ReplayQuery {
	/** Parked at or after this time. */
	since: number;
	destination?: string;
	/** Words the reason holds, letter case aside. */
	reason?: string;
}

/** A person to be erased. At least one of the two. */
export interface Person {
	email?: string;
	/** E.164. */
	phone?: string;
}

/** One row of the audit log. */
export interface AuditEntry {
	number: number;
	at: number;
	who: Who;
	action: ConsoleAction;
	detail: Record<string, unknown>;
	count: number;
}

/** The operator's side of a site's outbox. Calls that may be long do one part and hand back how to go on. */
export interface DeskStub {
	overview(): Promise<DeskOverview>;
	list(query: DeskQuery, who: Who): Promise<DeskPage>;
	/** One delivery with its history; without its lead, which is then undefined, nothing is written down. */
	read(
		number: number,
		lead: boolean,
		who: Who,
	): Promise<{ delivery: DeskDelivery; history: DeskAttempt[] } | undefined>;
	replay(number: number, confirmed: boolean, who: Who): Promise<DeskResult>;
	replayParked(
		query: ReplayQuery,
		who: Who,
		continued?: DeskContinuation,
	): Promise<{ count: number; next?: DeskContinuation | undefined }>;
	release(number: number, who: Who): Promise<DeskResult>;
	discard(number: number, who: Who): Promise<DeskResult>;
	erase(
		person: Person,
		who: Who,
		continued?: DeskContinuation,
	): Promise<Omit<ConsoleErasure, 'site'> & { next?: DeskContinuation | undefined }>;
	/** Reads one page for an export, and counts it in the export's audit row before it leaves. */
	exportPage(query: DeskQuery, format: string, who: Who, audit?: number): Promise<DeskPage & { audit: number }>;
	audit(below: number | undefined, limit: number): Promise<DeskPage<AuditEntry>>;
}
