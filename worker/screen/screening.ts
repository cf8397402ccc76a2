import type { LeadMarks } from './lead-marks.ts';
import type { SignalCode } from './signals.ts';

/** What the routes noticed about a lead, for the outbox to weigh together with what it remembers. */
export interface Screening {
	signals: SignalCode[];
	marks: LeadMarks;
	/** The proof of work to be spent, with when it expires anyway, in epoch seconds; null where there is none. */
	spend: { id: string; expiresAt: number } | null;
}
