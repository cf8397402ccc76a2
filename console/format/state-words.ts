import type { ConsoleState } from '../../contract/console.ts';

/** How a state reads, how it looks, and what it means for an operator. */
export const STATE_WORDS: Readonly<Record<ConsoleState, { word: string; look: string; meaning: string }>> = {
	queued: { word: 'Queued', look: 'calm', meaning: 'Doorstep sends it by itself.' },
	confirming: { word: 'Confirming', look: 'calm', meaning: 'Doorstep is asking the vendor whether it has it.' },
	delivered: { word: 'Delivered', look: 'good', meaning: 'The vendor has it.' },
	parked: { word: 'Parked', look: 'bad', meaning: 'Doorstep stopped trying. It waits for you: replay or discard it.' },
	held: { word: 'Held', look: 'warn', meaning: 'It looks like spam. It waits for you: release or discard it.' },
	discarded: { word: 'Discarded', look: '', meaning: 'Ended by a person; its personal data is gone.' },
};
