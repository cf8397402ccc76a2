import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../test/support/until.ts';
import type { MeteredWorker } from '../support/bench-worker.ts';
import type { Figures } from '../support/figures.ts';
import { postLead, toLead } from '../support/leads.ts';

/** Visitors at once in a stream. */
const CLIENTS = 8;

/** How long after its last lead an outbox may still have an alarm to answer, in milliseconds. */
const REST_MS = 1500;

/** Stands for the id of a lead that is still to be made. */
const NIL_ID = '00000000-0000-4000-8000-000000000000';

/** What one delivered lead cost, on average. */
export interface Cost {
	leads: number;
	rowsWritten: number;
	rowsRead: number;
	alarmsSet: number;
	figures: Figures;
}

/** Posts leads one after another, each when the one before is delivered and its alarm is over. */
export async function measureQuiet(worker: MeteredWorker, site: string, leads: number): Promise<Cost> {
	await warmUp(worker, site);
	for (let i = 0; i < leads; i++) {
		await postOne(worker, site);
		await settled(worker, site);
		await sleep(REST_MS);
	}
	return toCost(await worker.figures(site), leads);
}

/** Posts leads from several visitors without pause. */
export async function measureStream(worker: MeteredWorker, site: string, leads: number): Promise<Cost> {
	await warmUp(worker, site);
	let next = 0;
	const visit = async () => {
		while (next++ < leads) await postOne(worker, site);
	};
	await Promise.all(Array.from({ length: CLIENTS }, visit));
	await settled(worker, site);
	await sleep(REST_MS);
	return toCost(await worker.figures(site), leads);
}

/** Puts rows into an outbox as if so many leads had come and gone, or still waited. */
export async function seedRows(
	worker: MeteredWorker,
	site: string,
	rows: number,
	{ state, dueAt }: { state: 'delivered' | 'queued'; dueAt: number },
): Promise<void> {
	const example = { ...toLead(site, NIL_ID), receivedAt: dueAt };
	const lead = JSON.stringify(example).replaceAll("'", "''").replaceAll(NIL_ID, '#');
	const id = `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`;
	await worker.query(
		site,
		`insert into deliveries (lead_id, destination, body_hash, lead, received_at, state, due_at, attempts)
		select id, (select '${destinationOf(site)}'), '', replace('${lead}', '#', id), ${dueAt} + n, '${state}', ${dueAt} + n, ${state === 'queued' ? 0 : 1}
		from (with recursive count (n) as (select 1 union all select n + 1 from count where n < ${rows}) select n, ${id} as id from count)`,
	);
}

/** The name of a bench site's one destination: its vendor's. */
function destinationOf(site: string): string {
	if (site === 'limited' || site === 'backlog') return 'easybroker';
	return site === 'maxwork-lead' ? 'maxwork' : site;
}

async function warmUp(worker: MeteredWorker, site: string): Promise<void> {
	await postOne(worker, site);
	await settled(worker, site);
	await sleep(REST_MS);
	await worker.figures(site);
}

async function postOne(worker: MeteredWorker, site: string): Promise<void> {
	const status = await postLead(worker.url, site, toLead(site, randomUUID()));
	if (status !== 202) throw new Error(`${site} answered ${status}`);
}

async function settled(worker: MeteredWorker, site: string): Promise<void> {
	await until(
		`the leads of ${site} to settle`,
		async () => {
			const [row] = await worker.query<{ n: number }>(
				site,
				`select count(*) as n from deliveries where state in ('queued', 'confirming')`,
			);
			return row?.n === 0;
		},
		120_000,
	);
}

function toCost(figures: Figures, leads: number): Cost {
	const per = (sum: number) => Math.round((sum / leads) * 100) / 100;
	const { rowsWritten, rowsRead, alarmsSet } = figures;
	return { leads, rowsWritten: per(rowsWritten), rowsRead: per(rowsRead), alarmsSet: per(alarmsSet), figures };
}
