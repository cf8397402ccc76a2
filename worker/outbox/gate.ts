import type { Finding, Outcome } from '../vendors/vendor.ts';

/**
 * The gate before a destination: a circuit breaker that lets one probe through to a vendor that is down, and a stop
 * for an account that is refused. Pure: the outbox keeps its state in the destination's row.
 */

/** A gate's state. Times are epoch milliseconds. */
export interface Gate {
	/** How many calls in a row failed for the vendor's or the account's sake. */
	failures: number;
	/** Closed until then: no call goes out. Null while open. */
	closedUntil: number | null;
	/** Why the account was refused; null unless it was. */
	stopped: string | null;
	/** When the trouble began; null while there is none. */
	since: number | null;
}

/**
 * How a call went, as far as the destination is concerned. `wait`: the vendor asked to be left alone for a while;
 * `neutral`: the call says nothing about whether it takes leads.
 */
export type Verdict =
	| { verdict: 'fine' }
	| { verdict: 'neutral' }
	| { verdict: 'failing' }
	| { verdict: 'wait'; ms: number }
	| { verdict: 'stopped'; reason: string };

/** Who may pass: everybody, one delivery to try, or nobody before a time. */
export type Passage = { passage: 'all' } | { passage: 'probe' } | { passage: 'none'; until: number };

/** A gate in good times. */
export const OPEN_GATE: Gate = { failures: 0, closedUntil: null, stopped: null, since: null };

/** Failures in a row after which a vendor counts as down. One or two happen to the best. */
export const FAILURES_TO_CLOSE = 5;

/** How long the gate stays closed before each probe, in milliseconds; the last one repeats. */
export const PROBE_DELAYS_MS = [10_000, 30_000, 60_000, 120_000, 300_000] as const;

/** Who may pass a gate now. */
export function toPassage(gate: Gate, now: number): Passage {
	if (gate.closedUntil === null) return { passage: 'all' };
	return gate.closedUntil <= now ? { passage: 'probe' } : { passage: 'none', until: gate.closedUntil };
}

/** What a call makes of its gate. The same object when nothing changes, so that nothing need be written. */
export function afterCall(gate: Gate, call: Verdict, now: number): Gate {
	if (call.verdict === 'neutral') return gate;
	// What ends while the gate is closed began before: it is no probe, and does not shorten a wait the vendor asked for.
	const isClosed = gate.closedUntil !== null && gate.closedUntil > now;
	if (call.verdict === 'fine') {
		const isAtRest = gate.failures === 0 && (isClosed || gate.closedUntil === null);
		return isAtRest ? gate : OPEN_GATE;
	}
	if (call.verdict === 'wait') return { ...gate, closedUntil: Math.max(gate.closedUntil ?? 0, now + call.ms) };
	if (isClosed && (call.verdict === 'failing' || gate.stopped !== null)) return gate;
	const failures = gate.failures + 1;
	const since = gate.since ?? now;
	if (call.verdict === 'failing' && gate.stopped === null && failures < FAILURES_TO_CLOSE) {
		return { failures, closedUntil: null, stopped: null, since };
	}
	const probes = call.verdict === 'stopped' || gate.stopped !== null ? failures - 1 : failures - FAILURES_TO_CLOSE;
	const delay = PROBE_DELAYS_MS[Math.min(probes, PROBE_DELAYS_MS.length - 1)] as number;
	return { failures, closedUntil: now + delay, stopped: call.verdict === 'stopped' ? call.reason : null, since };
}

/** What an attempt says about its destination. */
export function toVerdict(outcome: Outcome): Verdict {
	switch (outcome.outcome) {
		case 'delivered':
		case 'confirming':
			return { verdict: 'fine' };
		case 'refused':
			return outcome.scope === 'lead' ? { verdict: 'fine' } : { verdict: 'stopped', reason: outcome.reason };
		case 'retry':
			return outcome.afterMs === undefined ? { verdict: 'failing' } : { verdict: 'wait', ms: outcome.afterMs };
		case 'unknown':
			return { verdict: 'failing' };
	}
}

/**
 * What a look-up or a poll says about its destination. One that can be read proves only that the vendor can be read:
 * if it opened the gate, a vendor that takes no leads would get them again and again.
 */
export function toFindingVerdict(finding: Finding): Verdict {
	if (finding.found === 'present') return { verdict: 'fine' };
	if (finding.found !== 'unclear') return { verdict: 'neutral' };
	return finding.afterMs === undefined ? { verdict: 'failing' } : { verdict: 'wait', ms: finding.afterMs };
}
