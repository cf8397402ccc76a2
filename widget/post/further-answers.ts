import type { Answer } from '../../contract/check-field.ts';
import type { FieldName } from '../../contract/field.ts';
import { buildAnswers } from './build-lead.ts';
import { type Kept, keep, post, postNow, retryLater } from './outbox.ts';
import type { Told } from './post.ts';
import { randomUuid } from './random-uuid.ts';
import type { Words } from './submission.ts';

/**
 * The answers that follow a stored lead, step by step. Each send holds all of them so far, so that their order on the
 * way makes no difference and the last one is enough. They are kept and sent again like a lead; those that come when
 * the lead has gone out already become a lead of their own.
 */
export class FurtherAnswers {
	#answers = new Map<FieldName, Answer>();
	#phoneCountry: string | undefined;
	#lead: Words;
	#leadsUrl: string;
	#id: string;

	/**
	 * @param id the stored lead's id
	 * @param lead its words
	 * @param leadsUrl the site's `/leads` address
	 */
	constructor(id: string, lead: Words, leadsUrl: string) {
		this.#id = id;
		this.#lead = lead;
		this.#leadsUrl = leadsUrl;
	}

	/**
	 * Sends what was answered so far, and what is told now; nothing told means that the page is being left.
	 * @param finished whether no more will come
	 */
	async send(told: Told | undefined, finished: boolean): Promise<void> {
		const leaving = !told;
		for (const [name, answer] of told?.answers ?? []) this.#answers.set(name, answer);
		this.#phoneCountry = told?.phoneCountry ?? this.#phoneCountry;
		const words = buildAnswers({ answers: this.#answers, phoneCountry: this.#phoneCountry });
		const message: Kept = {
			id: `${this.#id}/answers`,
			url: `${this.#leadsUrl}/${this.#id}/answers`,
			body: JSON.stringify({ ...words, ...(finished && { finished }) }),
			at: Date.now(),
			draft: '',
			// Only the last message becomes a lead where it comes too late: it holds what the ones before it said.
			...(finished && { late: this.#toLate(words) }),
		};
		keep(message);
		if ((await (leaving ? postNow : post)(message)).result === 'unanswered') retryLater();
	}

	/** The lead that takes the answers' place where they come too late: the same person, with all that was said. */
	#toLate(words: Words): Kept {
		const { unfinished: _, ...lead } = this.#lead;
		const id = randomUuid();
		const body = JSON.stringify({ id, ...lead, ...words });
		return { id, url: this.#leadsUrl, body, at: Date.now(), draft: '' };
	}
}
