import * as z from 'zod/mini';
import type { ConsoleSite } from '../../../contract/console.ts';
import type { DeskOverview } from '../../outbox/desk/protocol.ts';
import { askDesk, findSite } from './ask-desk.ts';
import type { ConsoleContext } from './context.ts';
import { readQuery } from './read-input.ts';
import { Refusal } from './refusal.ts';
import { toIsoOrNull, toWireGate } from './to-wire.ts';

/** Outboxes asked at once. */
const AT_ONCE = 20;

const query = z.strictObject({ site: z.optional(z.string()) });

/**
 * `GET /v1/console/sites?site=`: `{sites}`, each with its counts, what waits, and its destinations' gates; or with
 * `unreachable: true` where its outbox did not answer, so that one doesn't hide the others.
 */
export async function listSites(c: ConsoleContext): Promise<Response> {
	const { site } = readQuery(c, query);
	const ids = site === undefined ? [...c.var.registry.all()].map(({ id }) => id) : [findSite(c, site).id];
	const sites: (ConsoleSite | { site: string; unreachable: true })[] = [];
	for (let i = 0; i < ids.length; i += AT_ONCE) {
		sites.push(...(await Promise.all(ids.slice(i, i + AT_ONCE).map((id) => lookAt(c, id)))));
	}
	return c.json({ sites });
}

async function lookAt(c: ConsoleContext, site: string): Promise<ConsoleSite | { site: string; unreachable: true }> {
	try {
		return toWireSite(site, await askDesk(c, site, (desk) => desk.overview()), Date.now());
	} catch (error) {
		if (error instanceof Refusal) return { site, unreachable: true };
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
