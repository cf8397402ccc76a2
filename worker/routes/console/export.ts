import * as z from 'zod/mini';
import { log } from '../../log.ts';
import type { DeskDelivery } from '../../outbox/desk/protocol.ts';
import { askDesk, findSite } from './ask-desk.ts';
import type { ConsoleContext } from './context.ts';
import { BYTE_ORDER_MARK, toLine } from './csv.ts';
import { LEAD_COLUMNS, toLeadCell } from './lead-columns.ts';
import { filters, toDeskQuery, toReceivedAt } from './leads.ts';
import { type PageRequest, pageShards } from './page-shards.ts';
import { readQuery } from './read-input.ts';
import { toWireDelivery } from './to-wire.ts';

/** Rows read at a time: some 200 kB, far under what one call may carry (32 MiB). */
const CHUNK_ROWS = 200;

const query = z.strictObject({ ...filters, format: z._default(z.enum(['csv', 'ndjson']), 'csv') });

/** The columns of a delivery; the lead's follow. */
const COLUMNS = [
	'number',
	'id',
	'destination',
	'state',
	'receivedAt',
	'attempts',
	'dueAt',
	'settledAt',
	'reason',
	'reference',
] as const;

const FORMATS = {
	csv: {
		type: 'text/csv; charset=utf-8; header=present',
		head: () => BYTE_ORDER_MARK + toLine([...COLUMNS, ...LEAD_COLUMNS]),
		row: toCsvRow,
	},
	ndjson: {
		type: 'application/x-ndjson; charset=utf-8',
		head: () => '',
		row: (delivery: DeskDelivery) => `${JSON.stringify(toWireDelivery(delivery))}\n`,
	},
} as const;

/**
 * `GET /v1/console/export?site=…&format=csv|ndjson`: every delivery the filters leave, newest first, with its lead, as
 * a file. Read and written chunk by chunk, as fast as the caller takes it: a large site needs no more memory.
 */
export async function exportLeads(c: ConsoleContext): Promise<Response> {
	const { site, format, ...rest } = readQuery(c, query);
	const asked = findSite(c, site);
	const { type, head, row } = FORMATS[format];
	const encoder = new TextEncoder();
	// An outbox's own audit row, once it has one.
	const audits = new Map<string, number>();
	let places: number[] | undefined;
	const list = ({ name, ...place }: PageRequest) =>
		askDesk(c, name, (desk) => desk.list(toDeskQuery(rest, { ...place, leads: false }), c.var.who));
	const show = async ({ name, ...place }: PageRequest) => {
		const query = toDeskQuery(rest, { ...place, leads: true });
		const page = await askDesk(c, name, (desk) => desk.exportPage(query, format, c.var.who, audits.get(name)));
		audits.set(name, page.audit);
		return page;
	};
	const readChunk = async () => {
		const page = await pageShards(asked, { places, limit: CHUNK_ROWS }, toReceivedAt, list, show);
		places = page.places;
		return encoder.encode(page.rows.map(row).join(''));
	};
	// The first chunk before the answer begins: what can be refused is refused as a problem, not as a broken file.
	const first = await readChunk();
	log('console', { site: asked.id, code: `export_${format}` });
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			controller.enqueue(encoder.encode(head()));
			controller.enqueue(first);
		},
		async pull(controller) {
			if (!places) controller.close();
			else controller.enqueue(await readChunk());
		},
	});
	const day = new Date().toISOString().slice(0, 10);
	return c.body(body, 200, {
		'content-type': type,
		'content-disposition': `attachment; filename="${asked.id}-leads-${day}.${format}"`,
	});
}

function toCsvRow(delivery: DeskDelivery): string {
	const { lead = null, ...wire } = toWireDelivery(delivery);
	return toLine([...COLUMNS.map((name) => wire[name]), ...LEAD_COLUMNS.map((path) => toLeadCell(lead, path))]);
}
