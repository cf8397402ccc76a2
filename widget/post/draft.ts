import type { Typed } from '../desk/read-answer.ts';
import { readStored, store } from './storage.ts';

interface Draft {
	at: number;
	typed: [string, Typed][];
}

/** What was typed into this form before a reload or a return, by field. Consents are never in it. */
export function readDraft(key: string): [string, Typed][] {
	return readStored<Draft>('sessionStorage', key)[0]?.typed ?? [];
}

/** Keeps what is typed for as long as the tab lives, at most 24 h. Nothing typed erases what was kept. */
export function keepDraft(key: string, typed: ReadonlyMap<string, Typed>): void {
	const draft: Draft = { at: Date.now(), typed: [...typed] };
	store('sessionStorage', key, typed.size ? [draft] : []);
}
