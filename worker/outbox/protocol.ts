import type { Answers } from '../../contract/lead.ts';
import type { Screening } from '../screen/screening.ts';
import type { SignalCode } from '../screen/signals.ts';
import type { DeskStub } from './desk/protocol.ts';
import type { DoorkeeperStub } from './door/protocol.ts';
import type { PersonHashes } from './person-hash.ts';

/** What routes and the outbox say to each other. */

/** A lead to be kept, written out once: between routes and outbox it is a text, and nobody reads it on the way. */
export interface AcceptRequest {
	/** Whose outbox is meant, by its name (`toOutboxName`): the site's id, and the shard where there are several. */
	site: string;
	/** The lead's id. */
	id: string;
	/** The lead as JSON. */
	lead: string;
	/** When it came, epoch milliseconds. */
	receivedAt: number;
	/** SHA-256 of the body it came from, in hex. */
	bodyHash: string;
	/** What finds its person again once the lead is erased. */
	hashes: PersonHashes;
	/** Epoch milliseconds until which answers may follow; the lead waits for them. Null: it goes out at once. */
	openUntil: number | null;
	/** What was noticed about it; a lead without is not screened. */
	screening?: Screening;
}

/** Further answers to a lead that waits for them. */
export interface AnswerRequest {
	/** Whose outbox is meant, as above. */
	site: string;
	leadId: string;
	answers: Answers;
	/** No more will come: the lead goes out. */
	finished: boolean;
	/** What finds their person again; null for what these answers don't hold. */
	hashes: PersonHashes;
	/** What the answers' words tell. */
	signals?: SignalCode[];
}

/**
 * What became of it.
 * - `stored`: on disk when this arrives.
 * - `repeated`: the same id and body were stored before; nothing new was written.
 * - `conflict`: the id was used for another body; nothing was written.
 * - `held`: on disk, and kept for a person to look at.
 * - `sameAs`: the same person told the same a moment ago, under this id; nothing was written.
 */
export type AcceptResult = 'stored' | 'held' | 'repeated' | 'conflict' | { sameAs: string };

/**
 * The states of a delivery: queued → (confirming) → delivered, or parked, or held; and `discarded`, the trace of a
 * delivery that a person ended.
 */
export const STATES = ['queued', 'confirming', 'delivered', 'parked', 'held', 'discarded'] as const;
export type DeliveryState = (typeof STATES)[number];

/** Where one lead stands at one destination, without anything personal. */
export interface DeliveryStatus {
	destination: string;
	state: DeliveryState;
}

/** What became of further answers: added; or the lead is not known, or is past adding to. */
export type AnswerResult = 'added' | 'unknown' | 'too_late';

/** The calls routes may make on an outbox. `name`: whose is meant (`toOutboxName`). */
export interface OutboxStub {
	accept(request: AcceptRequest): Promise<AcceptResult>;
	/** Adds answers to a lead that waits for them. Resolves when they are on disk. */
	answer(request: AnswerRequest): Promise<AnswerResult>;
	/** Where a lead stands; empty when no such lead is stored. */
	statusOf(leadId: string): Promise<DeliveryStatus[]>;
	/** The sealed receipt of a lead's consents; undefined where there is none, or the lead was erased on request. */
	receiptOf(leadId: string): Promise<string | undefined>;
	/** The operator's side of it; its methods are called on what this hands back, without waiting for it. */
	desk(name: string): DeskStub;
	/** Who guards the console's sign-in; only in the object named `console`. */
	doorkeeper(): DoorkeeperStub;
	/** Looks after what is due; for a clock of ours beside the object's own alarm. */
	wake(name: string): Promise<void>;
}
