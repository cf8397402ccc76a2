import type { DeskOverview } from '../../outbox/desk/protocol.ts';
import type { Gate } from '../../outbox/gate.ts';

/**
 * What a site's outboxes tell, as one. Pure. Each has a gate of its own: the one that is worst off stands for all, for
 * what ails it is the vendor or the account, which the others meet, too.
 */
export function mergeOverviews([first, ...others]: readonly [DeskOverview, ...DeskOverview[]]): DeskOverview {
	return others.reduce(merge, first);
}

function merge(one: DeskOverview, other: DeskOverview): DeskOverview {
	const counts = { ...one.counts };
	for (const [state, count] of Object.entries(other.counts)) counts[state as keyof typeof counts] += count;
	const names = new Set([...one.destinations, ...other.destinations].map(({ name }) => name));
	return { counts, destinations: [...names].map((name) => mergeDestination(name, one, other)) };
}

function mergeDestination(name: string, ...overviews: DeskOverview[]): DeskOverview['destinations'][number] {
	const known = overviews.flatMap(({ destinations }) => destinations).filter((one) => one.name === name);
	const times = known.map(({ oldestAt }) => oldestAt).filter((time) => time !== null);
	return {
		name,
		waiting: known.reduce((sum, { waiting }) => sum + waiting, 0),
		oldestAt: times.length > 0 ? Math.min(...times) : null,
		gate: known.map(({ gate }) => gate).reduce(worse),
	};
}

function worse(one: Gate, other: Gate): Gate {
	if ((one.stopped === null) !== (other.stopped === null)) return one.stopped === null ? other : one;
	return (other.closedUntil ?? 0) > (one.closedUntil ?? 0) ? other : one;
}
