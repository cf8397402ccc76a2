import type { RateLimit } from '../vendors/vendor.ts';
import type { SharedLimit } from './rate-limit.ts';

/**
 * A shard's part of a limit that several outboxes share and none can see the others' use of: together they never call
 * more often than the limit allows. Pure.
 *
 * Each gets the same share of the calls, rounded down. Where there are fewer calls than shards, they take turns by the
 * clock instead: a turn holds one call, and so many turns are touched by no stretch of `perMs` as would break the limit.
 * @param shard from 0
 */
export function divideLimit({ calls, perMs }: RateLimit, shard: number, count: number): SharedLimit {
	if (calls >= count) return { calls: Math.floor(calls / count), perMs };
	// A stretch touches one turn more than fits into it. With a single call, a rest as long as it keeps the turns apart.
	const turnMs = calls > 1 ? Math.ceil(perMs / (calls - 1)) : 2 * perMs;
	const openMs = calls > 1 ? turnMs : perMs;
	return { calls: 1, perMs, turn: { everyMs: turnMs * count, atMs: turnMs * shard, openMs } };
}
