import type { Lead } from '../../contract/lead.ts';
import type { LeadMarks } from '../screen/lead-marks.ts';
import { screenLead } from '../screen/screen-lead.ts';
import { PER_DAY, PER_MINUTE } from '../screen/screen-settings.ts';
import type { Screening } from '../screen/screening.ts';
import type { SignalCode } from '../screen/signals.ts';
import type { Site } from '../site/define-site.ts';
import { LeadCount } from './lead-count.ts';
import { RecentLeads } from './recent-leads.ts';
import { saysNothingNew } from './says-nothing-new.ts';
import { SpentProofs } from './spent-proofs.ts';
import type { OutboxStore } from './store.ts';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What screening makes of a lead. */
export interface Screened {
	/** The id of the lead it is the same as, which may be its own; nothing is to be stored. */
	sameAs?: string;
	/** Why it is to be held, codes with a blank between; null where it is not. */
	heldFor: string | null;
	/** All that was noticed; null where nothing. */
	signals: string | null;
}

/** Screens the leads of one outbox by what came with them and by the leads before. Every call is synchronous. */
export class Screener {
	readonly #store: OutboxStore;
	readonly #recent: RecentLeads;
	readonly #minute: LeadCount;
	readonly #day: LeadCount;
	readonly #spent: SpentProofs;

	constructor(sql: SqlStorage, store: OutboxStore) {
		this.#store = store;
		this.#recent = new RecentLeads(sql);
		this.#minute = new LeadCount(sql, MINUTE_MS);
		this.#day = new LeadCount(sql, DAY_MS);
		this.#spent = new SpentProofs(sql);
	}

	/**
	 * Decides about a lead.
	 * @param lead as JSON, which is read only where one of the same words is remembered
	 */
	screen(lead: string, screening: Screening | undefined, site: Site | undefined, now: number): Screened {
		if (!screening) return { heldFor: null, signals: null };
		const sameAs = this.#findSame(lead, screening.marks, now);
		if (sameAs !== undefined) return { sameAs, heldFor: null, signals: null };
		const { perMinute = PER_MINUTE, perDay = PER_DAY } = site?.limits ?? {};
		const signals: SignalCode[] = [...screening.signals, ...this.#recent.readSignals(screening.marks, now)];
		if (screening.spend && !this.#spent.spend(screening.spend, now)) signals.push('proof_spent');
		if (this.#minute.hasReached(perMinute, now)) signals.push('over_minute_cap');
		if (this.#day.hasReached(perDay, now)) signals.push('over_day_cap');
		const verdict = screenLead(signals, site?.screen);
		return {
			heldFor: verdict.verdict === 'hold' ? verdict.reasons.join(' ') : null,
			signals: signals.join(' ') || null,
		};
	}

	/** Keeps a stored lead in mind; one without marks is only counted. */
	remember(number: number, marks: LeadMarks | undefined, now: number): void {
		if (marks) this.#recent.add({ number, at: now, marks });
		this.#minute.add();
		this.#day.add();
	}

	#findSame(text: string, marks: LeadMarks, now: number): string | undefined {
		const numbers = this.#recent.findSameWords(marks, now);
		if (numbers.length === 0) return undefined;
		const lead = JSON.parse(text) as Lead;
		for (const number of numbers) {
			const before = this.#store.findCompared(number, marks.words);
			if (before && saysNothingNew(lead, before.lead)) return before.id;
		}
		return undefined;
	}
}
