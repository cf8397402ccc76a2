import type { Typed } from '../desk/read-answer.ts';
import { readStored, store } from './storage.ts';

/** What one tab keeps of a form. */
interface Draft {
	at: number;
	typed: [string, Typed][];
	/** The id of the lead made of it last. */
	lead?: string | undefined;
}

/** What was typed into this form before a reload or a return, by field. Consents are never in it. */
export function readDraft(key: string): [string, Typed][] {
	return readStored<Draft>('sessionStorage', key)[0]?.typed ?? [];
}

/** The id of the lead that this tab made of the draft last, where it has made one. */
export function readDraftLead(key: string): string | undefined {
	return readStored<Draft>('sessionStorage', key)[0]?.lead;
}

/**
 * Keeps what is typed for as long as the tab lives, at most 24 h. Nothing typed erases what was kept.
 * @param lead the id of the lead made of it last
 */
export function keepDraft(key: string, typed: ReadonlyMap<string, Typed>, lead: string | undefined): void {
	const draft: Draft = { at: Date.now(), typed: [...typed], lead };
	store('sessionStorage', key, typed.size ? [draft] : []);
}
