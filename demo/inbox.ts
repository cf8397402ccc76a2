/**
 * What the vendors received. Every request a sandbox saw is here, refused ones too, oldest first. In memory only:
 * it is a demo's inbox, and is gone when the portal ends.
 */

/** One request a sandbox saw, as `GET /inbox.json` shows it. */
export interface InboxEntry {
	vendor: string;
	method: string;
	/** Under the vendor's base address. */
	path: string;
	query: Record<string, string | string[]>;
	/** By lower-case name, secrets included: machines check them. The page gets them masked. */
	headers: Record<string, string>;
	/** Parsed where it is JSON, else the text as it came; empty text where there was none. */
	body: unknown;
	/** ISO 8601, UTC. */
	receivedAt: string;
	/** The HTTP status answered; `null` while not answered yet; `0` when hung or reset. */
	status: number | null;
}

/** An entry with what only the page shows. */
export interface InboxRecord {
	number: number;
	entry: InboxEntry;
	/** Whether the vendor took the request; a status of 200 alone doesn't say so. */
	taken: boolean;
}

/** Told of every change: a record that came or was answered, or all gone. */
export type InboxListener = (change: InboxRecord | 'emptied') => void;

/** Most entries kept, so that a demo left running for weeks doesn't fill the memory. The oldest go first. */
const ENTRIES_MAX = 5000;

/** The requests the sandboxes saw. */
export class Inbox {
	readonly #records = new Map<number, InboxRecord>();
	readonly #listeners = new Set<InboxListener>();
	#lastNumber = 0;

	/** Records a request as it comes. @returns its number, for `answered` */
	add(entry: InboxEntry): number {
		const record: InboxRecord = { number: ++this.#lastNumber, entry, taken: false };
		this.#records.set(record.number, record);
		if (this.#records.size > ENTRIES_MAX) this.#records.delete(this.#records.keys().next().value as number);
		this.#tell(record);
		return record.number;
	}

	/** Records what a request was answered, and whether the vendor took it. */
	answered(number: number, status: number, taken: boolean): void {
		const record = this.#records.get(number);
		if (!record) return;
		record.entry.status = status;
		record.taken = taken;
		this.#tell(record);
	}

	/** All entries, oldest first; of one vendor where named. */
	list(vendor?: string): InboxEntry[] {
		const entries = this.records().map((record) => record.entry);
		return entries.filter((entry) => vendor === undefined || entry.vendor === vendor);
	}

	/** All records, oldest first. */
	records(): InboxRecord[] {
		return [...this.#records.values()];
	}

	/** Empties the inbox. */
	clear(): void {
		this.#records.clear();
		this.#tell('emptied');
	}

	/** Calls `listener` at every change. @returns what stops it */
	subscribe(listener: InboxListener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#tell(change: InboxRecord | 'emptied'): void {
		for (const listener of this.#listeners) listener(change);
	}
}
