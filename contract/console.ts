import type { Lead } from './lead.ts';

/** What the operator's API answers with: the wire shapes of `/v1/console/…`. Times are ISO 8601 in UTC. */

/** The states of a delivery, as the operator sees and asks for them. */
export const CONSOLE_STATES = ['queued', 'confirming', 'delivered', 'parked', 'held', 'discarded'] as const;
export type ConsoleState = (typeof CONSOLE_STATES)[number];

/** One lead on its way to one destination, without anything personal unless it was asked for. */
export interface ConsoleDelivery {
	/** Unique in its site, counting from 1; in each shard from a hundred million more. Names it in every other call. */
	number: number;
	/** The lead's id, as the widget knows it; several destinations of one lead share it. */
	id: string;
	destination: string;
	state: ConsoleState;
	receivedAt: string;
	/** How many times the lead was sent. */
	attempts: number;
	/** When the next step is due; null unless it is queued or confirming. */
	dueAt: string | null;
	/** When the last step ended, or a person last decided; null before the first. */
	settledAt: string | null;
	/** Why the last step failed, in words for the operator. */
	reason: string | null;
	/** The vendor's receipt. */
	reference: string | null;
	/** With `fields=lead`, and of one delivery: what the visitor sent; null once it is erased. */
	lead?: Lead | null;
}

/** One step that did not simply succeed, of a delivery's history. */
export interface ConsoleAttempt {
	at: string;
	/** `send` it, `find` it at the vendor, `confirm` the vendor's job, or `recover` from a restart in mid-air. */
	step: 'send' | 'find' | 'confirm' | 'recover';
	/** The state it left the delivery in. */
	outcome: ConsoleState;
	reason: string | null;
	ms: number;
}

/** One delivery and how it went, without its lead. */
export interface ConsoleTrace extends ConsoleDelivery {
	/** When a person gave it a fresh start; null when none did. */
	restartedAt: string | null;
	/** Oldest first. Empty where the first attempt delivered. */
	history: ConsoleAttempt[];
}

/** One delivery with all there is about it. */
export interface ConsoleDetail extends ConsoleTrace {
	lead: Lead | null;
}

/** Whether a destination is sent to: yes; not before a time; or not at all until its secret or account works. */
export type ConsoleGate =
	| { gate: 'open' }
	| { gate: 'closed'; until: string; since: string | null }
	| { gate: 'stopped'; reason: string; until: string; since: string | null };

/** A site's leads at a glance. */
export interface ConsoleSite {
	site: string;
	counts: Record<ConsoleState, number>;
	destinations: {
		name: string;
		/** How many deliveries are queued or confirming. */
		waiting: number;
		/** When the oldest of them was received, and how many seconds ago that is; null where none waits. */
		oldestAt: string | null;
		oldestSeconds: number | null;
		gate: ConsoleGate;
	}[];
}

/** One action of the audit log. Holds nothing personal. */
export interface ConsoleAuditEntry {
	number: number;
	at: string;
	/** The first 8 hex digits of the token's SHA-256; behind Cloudflare Access the operator's e-mail. */
	who: string;
	action: ConsoleAction;
	/** What was asked, without values that could name a person. */
	detail: Record<string, unknown>;
	/** How many deliveries it touched or showed. */
	count: number;
}

/** The actions that leave a row in the audit log: all that change something, and all that show personal data. */
export const CONSOLE_ACTIONS = ['read', 'list', 'export', 'replay', 'release', 'discard', 'erase'] as const;
export type ConsoleAction = (typeof CONSOLE_ACTIONS)[number];

/** Who is signed in: `who` as in the audit log. */
export interface ConsoleSession {
	who: string;
	by: 'token' | 'access';
}

/** One day's sign-ins that failed. */
export interface ConsoleRefusals {
	/** In UTC, `YYYY-MM-DD`. */
	day: string;
	/** Wrong tokens. */
	refused: number;
	/** How often a client was locked out. */
	lockedOut: number;
}

/** What an erasure came to at one site. */
export interface ConsoleErasure {
	site: string;
	/** The deliveries that lost their personal data. */
	numbers: number[];
	/** Those of them the vendor has: erase them there, too. */
	delivered: { number: number; destination: string; reference: string | null }[];
	/** Those that were on their way at that moment: the vendor may have got them. */
	underWay: number[];
}
