import * as z from 'zod/mini';
import type { ConsoleAuditEntry } from '../../../contract/console.ts';
import { askDesk, findSite } from './ask-desk.ts';
import type { ConsoleContext } from './context.ts';
import { toCursor } from './cursor.ts';
import { cursor, limit, readQuery } from './read-input.ts';
import { toIso } from './to-wire.ts';

const query = z.strictObject({ site: z.string(), cursor: z.optional(cursor), limit });

/** `GET /v1/console/audit?site=…`: `{entries, cursor}`, newest first. */
export async function listAudit(c: ConsoleContext): Promise<Response> {
	const { site, cursor: below, limit } = readQuery(c, query);
	const page = await askDesk(c, findSite(c, site).id, (desk) => desk.audit(below, limit));
	const entries: ConsoleAuditEntry[] = page.rows.map((entry) => ({ ...entry, at: toIso(entry.at) }));
	return c.json({ entries, cursor: page.next === undefined ? null : toCursor(page.next) });
}
