import * as z from 'zod/mini';
import { CONSOLE_STATES, type ConsoleDetail, type ConsoleTrace } from '../../../contract/console.ts';
import type { DeskDelivery, DeskQuery } from '../../outbox/desk/protocol.ts';
import { toOutboxNames, toShardOfNumber } from '../../site/shards.ts';
import { askDesk, findSite } from './ask-desk.ts';
import type { ConsoleContext } from './context.ts';
import { toCursor } from './cursor.ts';
import { type PageRequest, pageShards } from './page-shards.ts';
import { cursor, limit, readQuery, time } from './read-input.ts';
import { Refusal } from './refusal.ts';
import { parseLead, toIsoOrNull, toWireAttempt, toWireDelivery } from './to-wire.ts';

/** What narrows a listing or an export. */
export const filters = {
	site: z.string(),
	state: z.optional(z.enum(CONSOLE_STATES)),
	destination: z.optional(z.string()),
	before: z.optional(time),
	after: z.optional(time),
};

const query = z.strictObject({
	...filters,
	id: z.optional(z.string()),
	cursor: z.optional(cursor),
	limit,
	fields: z.optional(z.enum(['lead'])),
});

const oneQuery = z.strictObject({ fields: z.optional(z.enum(['history'])) });

/** A filter's parameters as the outbox takes them. */
export function toDeskQuery(
	{ state, destination, before, after }: Omit<z.output<z.ZodMiniObject<typeof filters>>, 'site'>,
	more: Pick<DeskQuery, 'limit' | 'leads'> & { id?: string | undefined; below?: number | undefined },
): DeskQuery {
	const given = Object.entries({ state, destination, before, after, ...more }).filter(
		([, value]) => value !== undefined,
	);
	return Object.fromEntries(given) as unknown as DeskQuery;
}

/**
 * `GET /v1/console/leads?site=…`: `{leads, cursor}`, newest first; `cursor` is null on the last page. Without
 * `fields=lead` nothing personal is in it.
 */
export async function listLeads(c: ConsoleContext): Promise<Response> {
	const { site, id, cursor: places, limit, fields, ...rest } = readQuery(c, query);
	const read =
		(leads: boolean) =>
		({ name, ...place }: PageRequest) =>
			askDesk(c, name, (desk) => desk.list(toDeskQuery(rest, { id, ...place, leads }), c.var.who));
	// To look at leads leaves a trace: which ones are on the page is found out without.
	const show = fields === 'lead' ? read(true) : undefined;
	const page = await pageShards(findSite(c, site), { places, limit }, toReceivedAt, read(false), show);
	return c.json({
		leads: page.rows.map(toWireDelivery),
		cursor: page.places ? toCursor(page.places) : null,
	});
}

/**
 * `GET /v1/console/leads/:site/:number`: one delivery, its lead and its history. With `fields=history` without the
 * lead: nothing personal is shown, and nothing is written into the audit log.
 */
export async function readLead(c: ConsoleContext): Promise<Response> {
	const { fields } = readQuery(c, oneQuery);
	const { outbox, number } = readAddress(c);
	const found = await askDesk(c, outbox, (desk) => desk.read(number, fields !== 'history', c.var.who));
	if (!found) throw new Refusal('unknown_delivery');
	const { delivery, history } = found;
	const trace: ConsoleTrace = {
		...toWireDelivery(delivery),
		restartedAt: toIsoOrNull(delivery.restartedAt),
		history: history.map(toWireAttempt),
	};
	if (fields === 'history') return c.json(trace);
	const detail: ConsoleDetail = { ...trace, lead: parseLead(delivery.lead ?? null) };
	return c.json(detail);
}

/** By what the deliveries of several outboxes are put in order. */
export function toReceivedAt({ receivedAt }: DeskDelivery): number {
	return receivedAt;
}

/**
 * The delivery a path names, and the name of the outbox that has it.
 * @throws {Refusal} where there can be none
 */
export function readAddress(c: ConsoleContext): { site: string; outbox: string; number: number } {
	const site = findSite(c, c.req.param('site') ?? '');
	const number = c.req.param('number') ?? '';
	if (!/^[1-9]\d{0,14}$/.test(number)) throw new Refusal('unknown_delivery');
	const outbox = toOutboxNames(site)[toShardOfNumber(Number(number))];
	if (outbox === undefined) throw new Refusal('unknown_delivery');
	return { site: site.id, outbox, number: Number(number) };
}
