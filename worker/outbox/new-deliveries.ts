import type { Delivery } from './delivery.ts';
import type { PersonHashes } from './person-hash.ts';

/** A delivery as it is stored first. */
export type NewDelivery = PersonHashes &
	Pick<Delivery, 'leadId' | 'destination' | 'receivedAt' | 'dueAt' | 'startedAt'> & {
		lead: string;
		bodyHash: string;
		/** What screening compares: a lead's marks as JSON, on its first delivery only. */
		marks?: string | null;
		/** What screening noticed, codes with a blank between; null where nothing. */
		signals?: string | null;
		/** Why it is held, codes with a blank between; null where it is not. */
		heldFor?: string | null;
	};

/** How leads come into the outbox's rows, each once an id. Every call is synchronous and commits with its neighbours. */
export class NewDeliveries {
	readonly #sql: SqlStorage;
	/** The number of the first row, where it is not SQLite that gives it. */
	#first: number | null = null;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/** Lets the numbers begin with this one. Nothing where there are rows: each goes on from the last. */
	startAt(number: number): void {
		const rows = this.#sql.exec('select 1 from deliveries limit 1').toArray();
		this.#first = rows.length > 0 ? null : number;
	}

	/**
	 * Stores a lead for its first destination, unless one of its id is stored for any. With `startedAt`, the first attempt
	 * is written down as begun in the same write.
	 * @returns undefined where the id is known
	 */
	insertFirst(delivery: NewDelivery): Delivery | undefined {
		return this.#insert(delivery, 'where not exists (select 1 from deliveries where lead_id = ?1)');
	}

	/** Stores the same lead for a further destination; `startedAt` as above. */
	insertFurther(delivery: NewDelivery): Delivery {
		return this.#insert(delivery, '') as Delivery;
	}

	#insert(delivery: NewDelivery, condition: string): Delivery | undefined {
		const { leadId, destination, lead, receivedAt, dueAt, startedAt, heldFor = null } = delivery;
		const attempts = startedAt === null ? 0 : 1;
		const state = heldFor === null ? 'queued' : 'held';
		const [row] = this.#sql
			.exec<{ number: number }>(
				`insert into deliveries (lead_id, destination, body_hash, lead, received_at, due_at, attempts, started_at,
					email_hash, phone_hash, state, reason, marks, signals, number)
				select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15 ${condition} returning number`,
				leadId,
				destination,
				delivery.bodyHash,
				lead,
				receivedAt,
				dueAt,
				attempts,
				startedAt,
				delivery.emailHash,
				delivery.phoneHash,
				state,
				heldFor,
				delivery.marks ?? null,
				delivery.signals ?? null,
				this.#first,
			)
			.toArray();
		if (!row) return undefined;
		this.#first = null;
		const fresh = { restartedAt: null, tries: 0, job: null, reference: null };
		return {
			...fresh,
			number: row.number,
			leadId,
			destination,
			lead,
			receivedAt,
			state,
			dueAt,
			attempts,
			startedAt,
			reason: heldFor,
		};
	}
}
