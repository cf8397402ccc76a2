import type { Site } from './define-site.ts';

/**
 * How the leads of a very large site are spread over several outboxes, its shards. Pure. A site without the setting has
 * one outbox, which bears the site's id; the first shard of a site with it is that very object.
 */

/** Over how many outboxes a site's leads are spread. */
export interface ShardSettings {
	/** From 2 to 20. It may be raised and never lowered: the leads of a shard that is gone are found by nobody. */
	count: number;
	/**
	 * The count before it was raised; 1 where there was one outbox. While it is set, a lead is looked for where it belonged
	 * before, at the cost of one more call for most of them. Take it out after a day: widgets send what was not answered
	 * for 24 hours, and no longer.
	 */
	before?: number;
}

/** Most shards: their numbers stay below 2³¹, the largest that vendors with a number of 32 bits can take. */
export const SHARDS_MAX = 20;

/** How many numbers each shard has for its deliveries: more rows than the 10 GB of a Durable Object can hold. */
export const SHARD_NUMBERS = 100_000_000;

/** Between the site's id and the shard's number; no id holds it. */
const SEPARATOR = '~';

/** How many outboxes a site has. */
export function countShards(site: Pick<Site, 'shards'>): number {
	return site.shards?.count ?? 1;
}

/**
 * The shard a lead belongs to, from 0. Of the whole id, whatever kind of UUID it is: FNV-1a
 * (datatracker.ietf.org/doc/draft-eastlake-fnv), its high bits folded into the low ones, which a remainder looks at.
 */
export function toShard(leadId: string, count: number): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < leadId.length; i++) hash = Math.imul(hash ^ leadId.charCodeAt(i), 0x01000193);
	return ((hash ^ (hash >>> 15)) >>> 0) % count;
}

/** The shard that gave a delivery its number. */
export function toShardOfNumber(number: number): number {
	return Math.floor(number / SHARD_NUMBERS);
}

/** The name of a shard's Durable Object: `acme`, `acme~1`, `acme~2`, … */
export function toOutboxName(site: string, shard: number): string {
	return shard === 0 ? site : `${site}${SEPARATOR}${shard}`;
}

/** The names of all of a site's Durable Objects, its first shard's first. */
export function toOutboxNames(site: Pick<Site, 'id' | 'shards'>): string[] {
	return Array.from({ length: countShards(site) }, (_, shard) => toOutboxName(site.id, shard));
}

/** Takes an outbox's name apart. */
export function readOutboxName(name: string): { site: string; shard: number } {
	const [site = '', shard = '0'] = name.split(SEPARATOR);
	return { site, shard: Number(shard) };
}

/**
 * Checks the setting.
 * @returns what is wrong, each as `setting: what to write instead`
 */
export function findShardFaults(shards: ShardSettings | undefined): string[] {
	if (!shards) return [];
	const { count, before } = shards;
	if (!Number.isInteger(count) || count < 2 || count > SHARDS_MAX) {
		return [`shards.count: write a whole number from 2 to ${SHARDS_MAX}; without shards a site has one outbox`];
	}
	if (before === undefined || (Number.isInteger(before) && before >= 1 && before < count)) return [];
	return ['shards.before: write how many shards there were, 1 for a site that had none; fewer than shards.count'];
}
