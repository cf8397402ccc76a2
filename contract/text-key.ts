import type { IssueCode } from './problem.ts';

/** Codes of the widget's own strings; a form carries the words in one language. `{…}` stands for a value. */
export type TextKey =
	| 'heading'
	/** Says what the form is about. `{listing}`. */
	| 'about'
	/** The message a visitor finds written, and may change. `{listing}`. */
	| 'prefill'
	| 'optional'
	| 'send'
	| 'sending'
	| 'next'
	| 'back'
	/** `{step}` of `{steps}`. */
	| 'progress'
	| 'choose'
	| 'sentTitle'
	| 'sentText'
	| 'again'
	/** Leads to the receipt of what was agreed to. */
	| 'receipt'
	/** The lead is kept on this device and goes out when the network is back. */
	| 'kept'
	/** It is kept, and goes out by itself once the Worker has room for it. */
	| 'keptBusy'
	| 'failed'
	| 'retry'
	/** Last resort. `{phone}`. */
	| 'callInstead'
	/** How many answers need a look, by plural category; `{count}`. */
	| 'summary.one'
	| 'summary.few'
	| 'summary.many'
	| 'summary.other'
	| `error.${IssueCode}`
	/** Refusals that no field can mend. */
	| 'problem.too_large'
	| 'problem.foreign_origin'
	| 'problem.unknown_site'
	| 'problem.too_many_requests'
	/** `{email}`. */
	| 'didYouMean'
	| 'call'
	| 'whatsapp'
	| 'message'
	| 'close'
	| 'open'
	| 'skip'
	| 'phoneCountry';
