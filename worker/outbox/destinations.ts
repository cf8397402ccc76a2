import type { Destination } from '../site/destination.ts';
import { readDestinations, writeDestination } from './destination-rows.ts';
import { afterCall, type Gate, OPEN_GATE, type Passage, toPassage, type Verdict } from './gate.ts';
import { takePass, toSpacing } from './rate-limit.ts';

/** Limits slower than one call in this many milliseconds are written down at every call; faster ones refill anyway. */
const REMEMBERED_SPACING_MS = 1000;

/** The gates and limits of an outbox's destinations: in memory, and in its rows as far as a restart must know them. */
export class Destinations {
	readonly #sql: SqlStorage;
	readonly #gates = new Map<string, Gate>();
	readonly #nextCallAt = new Map<string, number>();

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		for (const [name, { gate, nextCallAt }] of readDestinations(sql)) {
			// A new process may hold a new secret: an account that was refused is tried again at once.
			this.#gates.set(name, gate.stopped === null ? gate : { ...gate, closedUntil: 0 });
			this.#nextCallAt.set(name, nextCallAt);
		}
	}

	gateOf(name: string): Gate {
		return this.#gates.get(name) ?? OPEN_GATE;
	}

	/** Who may pass to a destination. */
	passageOf(name: string, now: number): Passage {
		return toPassage(this.gateOf(name), now);
	}

	/** When a destination's limit lets the next call through; now or earlier when at once. */
	nextCallAt({ name, manners }: Destination, now: number): number {
		if (!manners.limit) return now;
		const pass = takePass(manners.limit, this.#nextCallAt.get(name) ?? 0, now);
		return pass.ok ? now : now + pass.waitMs;
	}

	/** Counts one call against a destination's limit. */
	countCall({ name, manners }: Destination, now: number): void {
		if (!manners.limit) return;
		const remembered = this.#nextCallAt.get(name) ?? 0;
		const pass = takePass(manners.limit, remembered, now);
		// A call that had to go out although the limit was reached (a second page, say) counts all the same.
		const spacing = toSpacing(manners.limit);
		this.#nextCallAt.set(name, pass.ok ? pass.next : remembered + spacing);
		if (spacing >= REMEMBERED_SPACING_MS) this.#write(name);
	}

	/**
	 * Takes in how a call went.
	 * @returns whether the destination has just come back after its gate was closed; one failure among successes is
	 * the lead's own trouble, and waits its time
	 */
	afterCall(name: string, verdict: Verdict, now: number): boolean {
		const before = this.gateOf(name);
		const gate = afterCall(before, verdict, now);
		if (gate === before) return false;
		this.#gates.set(name, gate);
		this.#write(name);
		return gate === OPEN_GATE && before.since !== null && before.closedUntil !== null;
	}

	#write(name: string): void {
		writeDestination(this.#sql, name, { gate: this.gateOf(name), nextCallAt: this.#nextCallAt.get(name) ?? 0 });
	}
}
