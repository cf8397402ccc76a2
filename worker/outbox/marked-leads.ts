import type { LeadMarks } from '../screen/lead-marks.ts';

/** What is kept in mind of one lead. */
export interface MarkedLead {
	/** The number of its first delivery. */
	number: number;
	/** When it was stored, epoch milliseconds. */
	at: number;
	marks: LeadMarks;
}

/** The marks by which leads are looked up. */
const LOOKED_UP = ['words', 'text', 'stamp'] as const;
type LookedUp = (typeof LOOKED_UP)[number];

/** So many newest leads, found by a mark without a look at the others: a busy site's lead costs no more than another's. */
export class MarkedLeads {
	readonly #max: number;
	/** The newest last. */
	readonly #leads: MarkedLead[] = [];
	readonly #byMark = new Map<string, MarkedLead[]>();

	/** @param max how many leads are kept; the oldest goes first */
	constructor(max: number) {
		this.#max = max;
	}

	/** Takes in a lead, as the newest. */
	add(lead: MarkedLead): void {
		this.#leads.push(lead);
		for (const key of toKeys(lead)) {
			const sharers = this.#byMark.get(key);
			if (sharers) sharers.push(lead);
			else this.#byMark.set(key, [lead]);
		}
		if (this.#leads.length > this.#max) this.#forgetOldest();
	}

	/** The leads with this mark, the newest last; none where there is no mark. */
	sharing(mark: LookedUp, value: string | null): readonly MarkedLead[] {
		return (value !== null && this.#byMark.get(`${mark} ${value}`)) || [];
	}

	#forgetOldest(): void {
		for (const key of toKeys(this.#leads.shift() as MarkedLead)) {
			const sharers = this.#byMark.get(key) as MarkedLead[];
			// Each list is in the order of all, so the oldest of all is the oldest of its own.
			sharers.shift();
			if (sharers.length === 0) this.#byMark.delete(key);
		}
	}
}

function toKeys({ marks }: MarkedLead): string[] {
	return LOOKED_UP.filter((mark) => marks[mark] !== null).map((mark) => `${mark} ${marks[mark]}`);
}
