import { log } from '../log.ts';
import type { SiteRegistry } from '../site/registry.ts';
import { toOutboxNames } from '../site/shards.ts';
import type { OutboxStub } from './protocol.ts';

/** Calls at once; a Worker may hold six connections (developers.cloudflare.com/workers/platform/limits). */
const AT_ONCE = 6;

/** Most outboxes woken by one run; past that each relies on its own alarm and on its next lead. */
const OUTBOXES_MAX = 900;

/**
 * Wakes every site's outbox, all its shards, so that one whose alarm was lost, and which nobody calls, finds what is
 * due. The net under the net: an outbox's own alarm and every call to it do the same.
 */
export async function wakeAll(
	registry: SiteRegistry,
	env: { OUTBOX: { getByName(name: string): OutboxStub } },
): Promise<void> {
	const names = [...registry.all()].flatMap(toOutboxNames).slice(0, OUTBOXES_MAX);
	for (let i = 0; i < names.length; i += AT_ONCE) {
		const group = names.slice(i, i + AT_ONCE);
		const woken = await Promise.allSettled(group.map((name) => env.OUTBOX.getByName(name).wake(name)));
		for (const [at, result] of woken.entries()) {
			if (result.status === 'rejected') log('wake_failed', { site: group[at] ?? '' }, 'error');
		}
	}
}
