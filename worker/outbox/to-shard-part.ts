import type { LeadLimits } from '../screen/screen-settings.ts';
import { PER_DAY, PER_MINUTE } from '../screen/screen-settings.ts';
import type { Site } from '../site/define-site.ts';
import type { Destination } from '../site/destination.ts';
import { countShards } from '../site/shards.ts';
import { divideLimit } from './divide-limit.ts';

/**
 * Most calls at once from one shard to a vendor that says nothing else: beside one that hangs, another lead finds room.
 */
const SHARD_CONCURRENCY = 2;

/**
 * A site as one of its shards must see it: with its part of what all of them share, which are the destinations' limits,
 * the calls at once, and the caps on leads. Pure. A site with one outbox is given back as it is.
 * @param shard from 0
 */
export function toShardPart(site: Site, shard: number): Site {
	const count = countShards(site);
	if (count === 1) return site;
	const { fallback, limits } = site;
	const toPart = (destination: Destination) => toDestinationPart(destination, shard, count);
	return {
		...site,
		deliverTo: site.deliverTo.map(toPart),
		limits: toLimitsPart(limits, count),
		...(fallback && { fallback: { ...fallback, to: toPart(fallback.to) } }),
	};
}

function toDestinationPart(destination: Destination, shard: number, count: number): Destination {
	const { limit, concurrency } = destination.manners;
	const manners = {
		...destination.manners,
		concurrency: concurrency === undefined ? SHARD_CONCURRENCY : Math.max(1, Math.floor(concurrency / count)),
		...(limit && { limit: divideLimit(limit, shard, count) }),
	};
	return { ...destination, manners };
}

/** Rounded up: these caps are ours, and what is above them only waits for a look. */
function toLimitsPart({ perMinute = PER_MINUTE, perDay = PER_DAY }: LeadLimits = {}, count: number): LeadLimits {
	return { perMinute: Math.ceil(perMinute / count), perDay: Math.ceil(perDay / count) };
}
