import type { Destination } from '../../site/destination.ts';
import { readDestinations } from '../destination-rows.ts';
import { OPEN_GATE } from '../gate.ts';
import type { DeliveryState } from '../protocol.ts';
import { Ledger } from './ledger.ts';
import type { DeskOverview } from './protocol.ts';

type WaitingRow = { destination: string; state: DeliveryState; count: number; oldest: number };

/**
 * Counts a site's deliveries. Waiting and rare states are counted by their indexes; the delivered ones, however many,
 * are what remains of the numbers given so far, so that a look at a large site costs no more than one at a small one.
 * @param destinations those of the site now; others that still have leads waiting are told too
 */
export function readOverview(sql: SqlStorage, destinations: readonly Destination[]): DeskOverview {
	const ledger = new Ledger(sql);
	const waiting = sql
		.exec<WaitingRow>(
			`select destination, state, count(*) as count, min(number) as oldest
			from deliveries indexed by deliveries_due where state in ('queued', 'confirming') group by destination, state`,
		)
		.toArray();
	const kept = sql
		.exec<{ state: DeliveryState; count: number }>(
			`select state, count(*) as count from deliveries indexed by deliveries_kept
			where state in ('parked', 'held', 'discarded') group by state`,
		)
		.toArray();

	const counts = { queued: 0, confirming: 0, delivered: 0, parked: 0, held: 0, discarded: 0 };
	for (const { state, count } of [...waiting, ...kept]) counts[state] += count;
	const { first, last } = ledger.span();
	counts.delivered = last - first + 1 - Object.values(counts).reduce((sum, count) => sum + count, 0);

	const gates = readDestinations(sql);
	const names = new Set([...destinations.map(({ name }) => name), ...waiting.map(({ destination }) => destination)]);
	return {
		counts,
		destinations: [...names].map((name) => {
			const rows = waiting.filter(({ destination }) => destination === name);
			const oldest = rows.length > 0 ? ledger.find(Math.min(...rows.map((row) => row.oldest))) : undefined;
			return {
				name,
				waiting: rows.reduce((sum, { count }) => sum + count, 0),
				oldestAt: oldest?.receivedAt ?? null,
				gate: gates.get(name)?.gate ?? OPEN_GATE,
			};
		}),
	};
}
