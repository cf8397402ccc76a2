import * as z from 'zod/mini';
import { CONSOLE_STATES, type ConsoleDetail, type ConsoleTrace } from '../../../contract/console.ts';
import type { DeskQuery } from '../../outbox/desk/protocol.ts';
import { askDesk, findSite } from './ask-desk.ts';
import type { ConsoleContext } from './context.ts';
import { toCursor } from './cursor.ts';
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
	const { site, id, cursor: below, limit, fields, ...rest } = readQuery(c, query);
	const asked = toDeskQuery(rest, { id, below, limit, leads: fields === 'lead' });
	const page = await askDesk(c, findSite(c, site).id, (desk) => desk.list(asked, c.var.who));
	return c.json({
		leads: page.rows.map(toWireDelivery),
		cursor: page.next === undefined ? null : toCursor(page.next),
	});
}

/**
 * `GET /v1/console/leads/:site/:number`: one delivery, its lead and its history. With `fields=history` without the
 * lead: nothing personal is shown, and nothing is written into the audit log.
 */
export async function readLead(c: ConsoleContext): Promise<Response> {
	const { fields } = readQuery(c, oneQuery);
	const { site, number } = readAddress(c);
	const found = await askDesk(c, site, (desk) => desk.read(number, fields !== 'history', c.var.who));
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

/**
 * The delivery a path names.
 * @throws {Refusal} where there can be none
 */
export function readAddress(c: ConsoleContext): { site: string; number: number } {
	const { id } = findSite(c, c.req.param('site') ?? '');
	const number = c.req.param('number') ?? '';
	if (!/^[1-9]\d{0,14}$/.test(number)) throw new Refusal('unknown_delivery');
	return { site: id, number: Number(number) };
}
