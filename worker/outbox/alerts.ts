import type { Gate } from './gate.ts';

/**
 * When a person is told, and what. Pure. One alert an outage, not one a lead; and one when it is over.
 */

/** What a person was told last about a destination, and has not been told is over. */
export type Told = 'stopped' | 'late' | null;

/** How a destination stands. */
export interface Standing {
	site: string;
	destination: string;
	gate: Gate;
	/** When the longest waiting lead should have gone out, epoch milliseconds; null when none waits. */
	waitingSince: number | null;
}

/** What to tell now, and what has then been told. */
export interface Decision {
	told: Told;
	text: string | null;
	/** When to decide again, epoch milliseconds; null when only a change makes a difference. */
	againAt: number | null;
}

/** How long leads may wait before a person is told, in milliseconds, where the site says nothing else. */
export const ALERT_AFTER_MS = 15 * 60 * 1000;

/** Decides what to tell about one destination. */
export function decideAlert(standing: Standing, told: Told, alertAfterMs: number, now: number): Decision {
	const { site, destination, gate, waitingSince } = standing;
	const where = `Doorstep, site ${site}, ${destination}`;
	if (gate.stopped !== null) {
		const text = `${where}: stopped. The account was refused (${gate.stopped}). Leads are kept and go out by themselves once the secret works.`;
		return { told: 'stopped', text: told === 'stopped' ? null : text, againAt: null };
	}
	const trouble = Math.min(gate.since ?? Number.POSITIVE_INFINITY, waitingSince ?? Number.POSITIVE_INFINITY);
	if (trouble <= now - alertAfterMs) {
		const minutes = Math.round((now - trouble) / 60_000);
		const text = `${where}: leads have been waiting for ${minutes} minutes. They are kept and go out by themselves when the vendor answers again.`;
		return { told: told ?? 'late', text: told === null ? text : null, againAt: null };
	}
	const againAt = Number.isFinite(trouble) ? trouble + alertAfterMs : null;
	// Over only when nothing is amiss any more, so that a vendor that comes and goes is one outage.
	if (told !== null && !Number.isFinite(trouble)) return { told: null, text: `${where}: all is well again.`, againAt };
	return { told, text: null, againAt };
}

/** What to tell when a lead is parked. */
export function toParkedText(site: string, destination: string, leadId: string, reason: string | null): string {
	return `Doorstep, site ${site}, ${destination}: lead ${leadId} needs a person: ${reason ?? 'no reason given'}. It is kept; see it, and replay or discard it, in the console. Others may follow; the next alert of this kind comes in an hour at the earliest.`;
}

/** What to tell when a lead is held. */
export function toHeldText(site: string, leadId: string, reasons: string): string {
	return `Doorstep, site ${site}: lead ${leadId} is held as suspected spam (${reasons}). It is kept; see it, and release or discard it, in the console. Others may follow; the next alert of this kind comes in an hour at the earliest.`;
}
