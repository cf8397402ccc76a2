import type { LeadInput } from '../../contract/lead.ts';
import type { Kept } from './outbox.ts';
import { randomUuid } from './random-uuid.ts';
import type { SendOutcome } from './send-lead.ts';

/** A lead's words: all of it but the id. */
export type Words = Omit<LeadInput, 'id'>;

/**
 * One intent to send: gives it an id, keeps the id over retries, and changes it when it must.
 *
 * A refused lead was not stored, so its mended words keep the id. An unanswered one may be stored: the same words
 * go out again under the same id, and the Worker answers as before; other words need another id, or the Worker
 * would have to say `id_reused`.
 */
export class Submission {
	/** The id of the words taken last. */
	id: string | undefined;
	#words = '';
	#mayBeStored = false;

	/**
	 * Takes the words to send next.
	 * @returns the id whose place these take, where they do
	 */
	prepare(lead: Words): string | undefined {
		const words = JSON.stringify(lead);
		const replaced = this.#mayBeStored && words !== this.#words ? this.id : undefined;
		if (replaced) this.id = undefined;
		this.id ??= randomUuid();
		this.#words = words;
		return replaced;
	}

	/** The words taken last. */
	get words(): Words {
		return JSON.parse(this.#words);
	}

	/** The words taken last, with their id, as they go out. */
	get body(): string {
		return `{"id":"${this.id}",${this.#words.slice(1)}`;
	}

	/** Goes on with what was kept before a reload. */
	adopt({ id, body }: Kept): void {
		const { id: _, ...words } = JSON.parse(body);
		this.id = id;
		this.#words = JSON.stringify(words);
		this.#mayBeStored = true;
	}

	/** Learns how the send ended. */
	settle(outcome: SendOutcome): void {
		this.#mayBeStored = outcome.result === 'unanswered';
		if (outcome.result === 'stored' || (outcome.result === 'refused' && outcome.code === 'id_reused')) {
			this.id = undefined;
		}
	}
}
