import type { DeskOverview } from '../../outbox/desk/protocol.ts';
import type { Gate } from '../../outbox/gate.ts';

/**
 * What a site's outboxes tell, as one. Pure. Each has a gate of its own: the one that is worst off stands for all, for
 * what ails it is the vendor or the account, which the others meet, too.
 */
export function mergeOverviews(overviews: readonly DeskOverview[]): DeskOverview {
	const counts = { queued: 0, confirming: 0, delivered: 0, parked: 0, held: 0, discarded: 0 };
	const destinations = new Map<string, DeskOverview['destinations'][number]>();
	for (const overview of overviews) {
		for (const [state, count] of Object.entries(overview.counts)) counts[state as keyof typeof counts] += count;
		for (const one of overview.destinations) {
			const known = destinations.get(one.name);
			destinations.set(one.name, known ? merge(known, one) : one);
		}
	}
	return { counts, destinations: [...destinations.values()] };
}

function merge(one: DeskOverview['destinations'][number], other: typeof one): typeof one {
	const oldestAt = Math.min(one.oldestAt ?? Number.POSITIVE_INFINITY, other.oldestAt ?? Number.POSITIVE_INFINITY);
	return {
		name: one.name,
		waiting: one.waiting + other.waiting,
		oldestAt: oldestAt < Number.POSITIVE_INFINITY ? oldestAt : null,
		gate: isWorse(other.gate, one.gate) ? other.gate : one.gate,
	};
}

function isWorse({ stopped, closedUntil }: Gate, than: Gate): boolean {
	if ((stopped === null) !== (than.stopped === null)) return stopped !== null;
	return (closedUntil ?? 0) > (than.closedUntil ?? 0);
}
