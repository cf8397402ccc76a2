import * as z from 'zod/mini';
import type { ConsoleAuditEntry } from '../../../contract/console.ts';
import type { AuditEntry } from '../../outbox/desk/protocol.ts';
import { askDesk, findSite } from './ask-desk.ts';
import type { ConsoleContext } from './context.ts';
import { toCursor } from './cursor.ts';
import { pageShards } from './page-shards.ts';
import { cursor, limit, readQuery } from './read-input.ts';
import { toIso } from './to-wire.ts';

const query = z.strictObject({ site: z.string(), cursor: z.optional(cursor), limit });

/** `GET /v1/console/audit?site=…`: `{entries, cursor}`, newest first. */
export async function listAudit(c: ConsoleContext): Promise<Response> {
	const { site, cursor: places, limit } = readQuery(c, query);
	const asked = { places, limit };
	const page = await pageShards(
		findSite(c, site),
		asked,
		({ at }: AuditEntry) => at,
		({ name, below, limit }) => askDesk(c, name, (desk) => desk.audit(below, limit)),
	);
	const entries: ConsoleAuditEntry[] = page.rows.map((entry) => ({ ...entry, at: toIso(entry.at) }));
	return c.json({ entries, cursor: page.places ? toCursor(page.places) : null });
}
