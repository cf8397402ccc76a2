import type { Env } from '../env.ts';
import type { OutboxStub } from '../outbox/protocol.ts';
import type { Site } from '../site/define-site.ts';
import { countShards, toOutboxName, toShard } from '../site/shards.ts';
import { callOutbox } from './call-outbox.ts';

/**
 * Makes a call on the outbox that keeps a lead, or is to keep it, as `callOutbox` does. Where the site's shards were
 * raised, a lead that is kept where it belonged before is met there: a repeat of it is no second lead.
 * @param call gets the outbox's name, too: who writes says whom they mean
 * @returns what the call gave, or undefined when an outbox could not be reached
 */
export async function callLeadOutbox<T>(
	env: Env,
	site: Site,
	leadId: string,
	call: (outbox: OutboxStub, name: string) => Promise<T>,
): Promise<T | undefined> {
	const name = toOutboxName(site.id, toShard(leadId, countShards(site)));
	const before = toOutboxName(site.id, toShard(leadId, site.shards?.before ?? countShards(site)));
	const at = (outboxName: string) => callOutbox(env, outboxName, (outbox) => call(outbox, outboxName));
	if (before === name) return at(name);
	const known = await callOutbox(env, before, (outbox) => outbox.statusOf(leadId));
	if (known === undefined) return undefined;
	return at(known.length > 0 ? before : name);
}
