import type { ScreenSettings } from './screen-settings.ts';
import { HOLD_AT, SIGNALS, type SignalCode } from './signals.ts';

/** What becomes of a screened lead: it goes on; or it is held, for these reasons. */
export type Verdict = { verdict: 'pass' } | { verdict: 'hold'; reasons: SignalCode[] };

/** Signals that count though a site has its scores off: it asked for these checks by other settings. */
const ASKED_FOR: ReadonlySet<SignalCode> = new Set([
	'proof_missing',
	'proof_forged',
	'proof_spent',
	'turnstile_missing',
	'turnstile_failed',
	'over_minute_cap',
	'over_day_cap',
]);

/**
 * Decides by what was noticed about a lead. Pure.
 * @returns with `hold`, the signals that have weight, the heaviest first
 */
export function screenLead(signals: readonly SignalCode[], settings: ScreenSettings = {}): Verdict {
	const counted = [...new Set(signals)].filter((code) => settings.scores !== false || ASKED_FOR.has(code));
	const weigh = (code: SignalCode) => SIGNALS[code].weight;
	const sum = counted.reduce((total, code) => total + weigh(code), 0);
	if (sum < (settings.holdAt ?? HOLD_AT)) return { verdict: 'pass' };
	return { verdict: 'hold', reasons: counted.filter(weigh).sort((a, b) => weigh(b) - weigh(a)) };
}
