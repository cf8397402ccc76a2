import type { LeadMarks } from '../screen/lead-marks.ts';
import type { SignalCode } from '../screen/signals.ts';
import { type MarkedLead, MarkedLeads } from './marked-leads.ts';

/** How long the same words of the same person count as the same lead, in milliseconds. */
export const SAME_WORDS_MS = 10 * 60 * 1000;

/** Most leads of the same words that are handed out to be compared; each costs reading a row. */
const SAME_WORDS_MAX = 10;

/** How long the same text from several people is remarkable, in milliseconds. */
const TEXT_MS = 60 * 60 * 1000;

/** How many other people make a text a repeated one, and a flood. */
const REPEATED = 3;
const FLOODING = 8;

/** From how many other people, or leads before, on a stamp is a replayed one. */
const REPLAYED_PEOPLE = 2;
const REPLAYED_LEADS = 3;

/** Most leads kept in mind, and how old the oldest of them may be, in milliseconds: as long as a stamp is good for. */
const LEADS_MAX = 500;
const AGE_MAX_MS = 48 * 60 * 60 * 1000;

/** Rows read at once while remembering. */
const BATCH = 50;

/**
 * The newest leads of one outbox by their marks. Kept in memory, read back from the newest rows after a restart: no
 * index, no write of its own, and a site that sleeps reads a few dozen rows when it wakes.
 */
export class RecentLeads {
	readonly #sql: SqlStorage;
	/** Undefined until it is needed. */
	#leads: MarkedLeads | undefined;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/** Takes in a lead that was stored. */
	add(lead: MarkedLead): void {
		this.#recall(lead.at).add(lead);
	}

	/**
	 * The numbers of the ten newest leads with the same words from the same person, the newest first. Only of leads from
	 * the same network: who sends another's words with another's address from elsewhere must not learn by the answer that
	 * they wrote, nor get the id of what they wrote.
	 */
	findSameWords({ words, people, from }: LeadMarks, now: number): number[] {
		const leads = this.#recall(now).sharing('words', words);
		const found: number[] = [];
		for (let i = leads.length - 1; i >= 0 && found.length < SAME_WORDS_MAX; i--) {
			const { at, number, marks } = leads[i] as MarkedLead;
			if (now - at >= SAME_WORDS_MS) break;
			if ((marks.from ?? null) === from && overlap(marks.people, people)) found.push(number);
		}
		return found;
	}

	/** What the leads before say about this one. */
	readSignals({ people, text, stamp }: LeadMarks, now: number): SignalCode[] {
		const leads = this.#recall(now);
		const isOther = ({ marks }: MarkedLead) => !overlap(marks.people, people);
		const signals: SignalCode[] = [];

		const sharers = leads.sharing('stamp', stamp);
		const others = countPeople(sharers.filter(isOther));
		if (others >= REPLAYED_PEOPLE || sharers.length >= REPLAYED_LEADS) signals.push('stamp_replayed');
		else if (others > 0) signals.push('stamp_shared');

		const tellers = leads.sharing('text', text).filter(({ at }) => now - at < TEXT_MS);
		const voices = countPeople(tellers.filter(isOther));
		if (voices >= FLOODING) signals.push('flooding_text');
		else if (voices >= REPEATED) signals.push('repeated_text');
		return signals;
	}

	#recall(now: number): MarkedLeads {
		if (!this.#leads) {
			this.#leads = new MarkedLeads(LEADS_MAX);
			for (const lead of this.#read(now - AGE_MAX_MS)) this.#leads.add(lead);
		}
		return this.#leads;
	}

	/** The newest stored leads, the newest last. */
	#read(since: number): MarkedLead[] {
		const leads: MarkedLead[] = [];
		for (let below = Number.MAX_SAFE_INTEGER; leads.length < LEADS_MAX; ) {
			const rows = this.#sql
				.exec<{ number: number; received_at: number; marks: string | null }>(
					'select number, received_at, marks from deliveries where number < ? order by number desc limit ?',
					below,
					BATCH,
				)
				.toArray();
			for (const { number, received_at, marks } of rows) {
				if (marks !== null) leads.push({ number, at: received_at, marks: JSON.parse(marks) as LeadMarks });
			}
			const last = rows.at(-1);
			if (rows.length < BATCH || !last || last.received_at < since) break;
			below = last.number;
		}
		return leads.slice(0, LEADS_MAX).reverse();
	}
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
	return some.some((one) => others.includes(one));
}

/** How many people sent these leads; one who gave another phone or address with each counts again. */
function countPeople(leads: readonly MarkedLead[]): number {
	return new Set(leads.map(({ marks }) => marks.people[0])).size;
}
