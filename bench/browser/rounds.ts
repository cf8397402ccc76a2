/**
 * The order of a round: another each time, so that a drift of the machine falls on all alike.
 * @param round from 0
 */
export function toOrder<T>(all: readonly T[], round: number): T[] {
	const rank = (i: number) => (i * 7919 + round * 104_729) % 997;
	return all
		.map((one, i) => ({ one, rank: rank(i) }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ one }) => one);
}
