import { log } from '../log.ts';
import type { SiteRegistry } from '../site/registry.ts';
import type { OutboxStub } from './protocol.ts';

/** Calls at once; a Worker may hold six connections (developers.cloudflare.com/workers/platform/limits). */
const AT_ONCE = 6;

/** Most sites woken by one run; past that each outbox relies on its own alarm and on its next lead. */
const SITES_MAX = 900;

/**
 * Wakes every site's outbox, so that one whose alarm was lost, and which nobody calls, finds what is due. The net
 * under the net: an outbox's own alarm and every call to it do the same.
 */
export async function wakeAll(
	registry: SiteRegistry,
	env: { OUTBOX: { getByName(name: string): OutboxStub } },
): Promise<void> {
	const ids = [...registry.all()].slice(0, SITES_MAX).map(({ id }) => id);
	for (let i = 0; i < ids.length; i += AT_ONCE) {
		const woken = await Promise.allSettled(ids.slice(i, i + AT_ONCE).map((id) => env.OUTBOX.getByName(id).wake(id)));
		for (const [at, result] of woken.entries()) {
			if (result.status === 'rejected') log('wake_failed', { site: ids[i + at] ?? '' }, 'error');
		}
	}
}
