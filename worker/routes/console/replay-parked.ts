import * as z from 'zod/mini';
import { log } from '../../log.ts';
import type { DeskContinuation } from '../../outbox/desk/protocol.ts';
import { destinationsOf } from '../../site/destinations-of.ts';
import { toOutboxNames } from '../../site/shards.ts';
import { askDesk, checkOption, findSite } from './ask-desk.ts';
import type { ConsoleContext } from './context.ts';
import { readInput, time } from './read-input.ts';

const input = z.strictObject({
	site: z.string(),
	since: time,
	destination: z.optional(z.string()),
	reason: z.optional(z.string()),
});

/**
 * `POST /v1/console/replay`: starts every lead afresh that was parked since a time, in batches; `{replayed}` says how
 * many. Safe to repeat: what is started is parked no more.
 */
export async function replayParked(c: ConsoleContext): Promise<Response> {
	const { site: id, since, destination, reason } = await readInput(c, input);
	const site = findSite(c, id);
	checkOption(
		'destination',
		destination,
		destinationsOf(site).map(({ name }) => name),
	);
	const asked = { since, ...(destination !== undefined && { destination }), ...(reason !== undefined && { reason }) };
	let replayed = 0;
	for (const name of toOutboxNames(site)) {
		let next: DeskContinuation | undefined;
		do {
			const continued = next;
			const batch = await askDesk(c, name, (desk) => desk.replayParked(asked, c.var.who, continued));
			replayed += batch.count;
			next = batch.next;
		} while (next);
	}
	log('console', { site: site.id, code: 'replay_parked' });
	return c.json({ replayed });
}
