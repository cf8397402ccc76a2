import type { ConsoleAttempt, ConsoleDelivery, ConsoleGate } from '../../../contract/console.ts';
import type { Lead } from '../../../contract/lead.ts';
import type { DeskAttempt, DeskDelivery } from '../../outbox/desk/protocol.ts';
import type { Gate } from '../../outbox/gate.ts';

/** Epoch milliseconds as ISO 8601 in UTC. */
export function toIso(time: number): string {
	return new Date(time).toISOString();
}

/** Likewise, where there may be none. */
export function toIsoOrNull(time: number | null): string | null {
	return time === null ? null : toIso(time);
}

/** A delivery as the operator's API shows it. */
export function toWireDelivery(delivery: DeskDelivery): ConsoleDelivery {
	const waits = delivery.state === 'queued' || delivery.state === 'confirming';
	return {
		number: delivery.number,
		id: delivery.leadId,
		destination: delivery.destination,
		state: delivery.state,
		receivedAt: toIso(delivery.receivedAt),
		attempts: delivery.attempts,
		dueAt: waits ? toIso(delivery.dueAt) : null,
		settledAt: toIsoOrNull(delivery.settledAt),
		reason: delivery.reason,
		reference: delivery.reference,
		...(delivery.lead !== undefined && { lead: parseLead(delivery.lead) }),
	};
}

/** A stored lead; null once it is erased. */
export function parseLead(lead: string | null): Lead | null {
	return lead === null ? null : (JSON.parse(lead) as Lead);
}

/** One step of a delivery's history. */
export function toWireAttempt({ at, step, state, reason, ms }: DeskAttempt): ConsoleAttempt {
	return { at: toIso(at), step, outcome: state, reason, ms };
}

/** A destination's gate. */
export function toWireGate({ closedUntil, stopped, since }: Gate, now: number): ConsoleGate {
	const until = toIso(Math.max(closedUntil ?? 0, now));
	if (stopped !== null) return { gate: 'stopped', reason: stopped, until, since: toIsoOrNull(since) };
	if (closedUntil === null) return { gate: 'open' };
	return { gate: 'closed', until, since: toIsoOrNull(since) };
}
