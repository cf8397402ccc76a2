/** What a site may pick from (docs/screening.md). Each is what stands before it, but `none`, and something more. */
export const MIXES = ['none', 'scores', 'turnstile', 'work'] as const;
export type Mix = (typeof MIXES)[number];

/** The bots' kinds, then the visitors'. */
export const BOTS = ['filler', 'flood', 'replayer', 'spammer', 'solver'] as const;
export const VISITORS = [
	'autofill',
	'slow',
	'no-script',
	'keyboard',
	'back',
	'two-homes',
	'offline',
	'family',
] as const;
export const SENDERS = [...BOTS, ...VISITORS] as const;
export type Sender = (typeof SENDERS)[number];

/** The site on which a kind of sender meets a mix. */
export function toSiteId(mix: Mix, sender: Sender): string {
	return `${mix}-${sender}`;
}
