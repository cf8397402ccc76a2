import * as z from 'zod/mini';
import type { ConsoleSite } from '../../../contract/console.ts';
import type { DeskOverview } from '../../outbox/desk/protocol.ts';
import type { Site } from '../../site/define-site.ts';
import { toOutboxNames } from '../../site/shards.ts';
import { askDesk, findSite } from './ask-desk.ts';
import type { ConsoleContext } from './context.ts';
import { mergeOverviews } from './merge-overviews.ts';
import { readQuery } from './read-input.ts';
import { Refusal } from './refusal.ts';
import { toIsoOrNull, toWireGate } from './to-wire.ts';

/** Sites asked at once. */
const AT_ONCE = 20;

const query = z.strictObject({ site: z.optional(z.string()) });

/**
 * `GET /v1/console/sites?site=`: `{sites}`, each with its counts, what waits, and its destinations' gates; or with
 * `unreachable: true` where an outbox of it did not answer, so that one doesn't hide the others.
 */
export async function listSites(c: ConsoleContext): Promise<Response> {
	const { site } = readQuery(c, query);
	const asked = site === undefined ? [...c.var.registry.all()] : [findSite(c, site)];
	const sites: (ConsoleSite | { site: string; unreachable: true })[] = [];
	for (let i = 0; i < asked.length; i += AT_ONCE) {
		sites.push(...(await Promise.all(asked.slice(i, i + AT_ONCE).map((one) => lookAt(c, one)))));
	}
	return c.json({ sites });
}

async function lookAt(c: ConsoleContext, site: Site): Promise<ConsoleSite | { site: string; unreachable: true }> {
	try {
		const overviews = await Promise.all(toOutboxNames(site).map((name) => askDesk(c, name, (desk) => desk.overview())));
		return toWireSite(site.id, mergeOverviews(overviews), Date.now());
	} catch (error) {
		if (error instanceof Refusal) return { site: site.id, unreachable: true };
		throw error;
	}
}

function toWireSite(site: string, { counts, destinations }: DeskOverview, now: number): ConsoleSite {
	return {
		site,
		counts,
		destinations: destinations.map(({ name, waiting, oldestAt, gate }) => ({
			name,
			waiting,
			oldestAt: toIsoOrNull(oldestAt),
			oldestSeconds: oldestAt === null ? null : Math.max(0, Math.round((now - oldestAt) / 1000)),
			gate: toWireGate(gate, now),
		})),
	};
}
