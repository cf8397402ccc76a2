import type { ConsoleState } from '../../contract/console.ts';
import type { Question } from '../parts/confirm-dialog.ts';

/** What a person may do with a lead. */
export interface LeadAction {
	/** The last part of the API's address. */
	name: 'replay' | 'release' | 'discard';
	word: string;
	/** What is asked before; absent where it harms nothing. */
	question?: Question;
	/** What the API is told beside. */
	body?: object;
	look?: 'primary' | 'danger';
}

const DISCARD: LeadAction = {
	name: 'discard',
	word: 'Discard',
	look: 'danger',
	question: {
		title: 'Discard this lead?',
		text: 'It is not sent, and its personal data is erased now. This can’t be taken back.',
		action: 'Discard it',
	},
};

const AGAIN: LeadAction = {
	name: 'replay',
	word: 'Send again',
	body: { confirm: 'replay-delivered' },
	question: {
		title: 'Send it again?',
		text: 'The vendor has this lead already. Sending it again may make a second one there.',
		action: 'Send it again',
	},
};

const ACTIONS: Readonly<Record<ConsoleState, readonly LeadAction[]>> = {
	queued: [],
	confirming: [],
	delivered: [AGAIN],
	parked: [{ name: 'replay', word: 'Replay', look: 'primary' }, DISCARD],
	held: [{ name: 'release', word: 'Release', look: 'primary' }, DISCARD],
	discarded: [],
};

/** The actions a state allows, the usual one first. Pure. */
export function actionsOf(state: ConsoleState): readonly LeadAction[] {
	return ACTIONS[state];
}
