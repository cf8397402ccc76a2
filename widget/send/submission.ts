import type { LeadInput } from '../../contract/lead.ts';
import { randomUuid } from './random-uuid.ts';
import { type SendOutcome, sendLead } from './send-lead.ts';

/**
 * One intent to send: gives it an id, keeps the id over retries, and changes it when it must.
 *
 * A refused lead was not stored, so its mended words keep the id. An unanswered one may be stored: the same words
 * go out again under the same id, and the Worker answers as before; other words need another id, or the Worker
 * would have to say `id_reused`.
 */
export class Submission {
	#id: string | undefined;
	#lead: Omit<LeadInput, 'id'> = {};
	#mayBeStored = false;

	/**
	 * Takes the words to send next.
	 * @returns the id under which they go out
	 */
	prepare(lead: Omit<LeadInput, 'id'>): string {
		if (this.#mayBeStored && JSON.stringify(lead) !== JSON.stringify(this.#lead)) this.#id = undefined;
		this.#lead = lead;
		this.#id ??= randomUuid();
		return this.#id;
	}

	/**
	 * Sends the words taken last.
	 * @param url the site's `/leads` address
	 */
	async send(url: string): Promise<SendOutcome> {
		const outcome = await sendLead(url, JSON.stringify({ id: this.#id, ...this.#lead }));
		this.#mayBeStored = outcome.result === 'unanswered';
		if (outcome.result === 'stored' || (outcome.result === 'refused' && outcome.code === 'id_reused')) {
			this.#id = undefined;
		}
		return outcome;
	}
}
