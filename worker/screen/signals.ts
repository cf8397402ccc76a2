/**
 * Everything that can speak against a lead, with what it weighs. A lead whose weights add up to `HOLD_AT` is held for a
 * person to look at; nothing is ever dropped. Each weight is a judgement of how rarely an honest visitor shows the
 * signal: 100 holds by itself, and nothing does that an honest visitor can come by alone. docs/screening.md lists them.
 */
export const SIGNALS = {
	trap_filled: { weight: 100, about: 'the input that no person sees was filled' },

	stamp_missing: {
		weight: 60,
		about: 'JSON without the time stamp that the widget fetches: an old widget, or no widget',
	},
	plain_without_stamp: {
		weight: 30,
		about: 'a plain form without a time stamp: one written into a page by its developer',
	},
	stamp_forged: { weight: 60, about: 'a time stamp that is not ours, or of before GUARD_KEY changed' },
	stamp_too_young: { weight: 20, about: 'sent within 2 s of the first touch: autofill and a quick thumb, or a script' },
	stamp_too_old: { weight: 20, about: 'a time stamp of more than 48 h ago' },
	stamp_shared: { weight: 60, about: 'the time stamp came with a lead of one other person before' },
	stamp_replayed: { weight: 100, about: 'the time stamp came with leads of two others, or with three leads, before' },

	no_origin: { weight: 40, about: 'no Origin header, which browsers send with every POST' },
	no_fetch_metadata: { weight: 40, about: 'no Sec-Fetch-Site header, which browsers of 2023 and later send' },

	name_with_link: { weight: 100, about: 'an address of the web in a name' },
	link: { weight: 30, about: 'one or two links in the message that lead neither to the site nor to the listing' },
	many_links: { weight: 70, about: 'three or more such links' },
	markup: { weight: 70, about: 'HTML or forum markup for links in the message' },
	disposable_address: { weight: 70, about: 'an e-mail address at a provider of throw-away addresses' },
	repeated_text: { weight: 60, about: 'the same long text from three other people at this site within an hour' },
	flooding_text: { weight: 100, about: 'the same long text from eight other people at this site within an hour' },

	proof_missing: { weight: 100, about: 'no proof of work, where the site wants one' },
	proof_forged: { weight: 100, about: 'a proof of work that is wrong, too old or not of our challenge' },
	proof_spent: { weight: 100, about: 'a proof of work that came with another lead before' },
	turnstile_missing: { weight: 100, about: 'no Turnstile token, where the site wants one' },
	turnstile_failed: { weight: 100, about: 'a Turnstile token that Cloudflare refused, or of another site or action' },
	turnstile_down: { weight: 0, about: 'Turnstile could not be asked: noted, never held against a visitor' },

	over_minute_cap: { weight: 100, about: "more leads within a minute than the site's `limits.perMinute`" },
	over_day_cap: { weight: 100, about: "more leads within 24 hours than the site's `limits.perDay`" },
} as const satisfies Record<string, { weight: number; about: string }>;

/** A signal's code, as it stands in a row's `reason`. */
export type SignalCode = keyof typeof SIGNALS;

/** From which sum of weights on a lead is held, where a site says nothing else. */
export const HOLD_AT = 100;
