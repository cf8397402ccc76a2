import { randomUUID } from 'node:crypto';
import { DEMO_ENV } from '../../test/support/demo-env.ts';
import { until } from '../../test/support/until.ts';
import { seedRows } from '../rows/run.ts';
import type { MeteredWorker } from '../support/bench-worker.ts';
import { postLead, toLead } from '../support/leads.ts';
import { median } from '../support/median.ts';

/** The outbox that is filled. */
const SITE = 'webhook';

/** Requests timed at each size. */
const TIMES = 60;

/** Rows put in by one statement. */
const CHUNK = 100_000;

const DUE = `select number, lead_id, destination, lead, received_at, restarted_at, state, due_at, attempts, tries, started_at,
	job, reference, reason from deliveries
	where state in ('queued', 'confirming') and destination = 'webhook' and (attempts > 0) = 0 and due_at <= 9e15
	order by due_at limit 12`;

/** What an outbox does with so many leads in it. Times are medians, of the whole request. */
export interface StoredFigure {
	stored: number;
	acceptMs: number;
	/** Rows of one accepted and delivered lead. */
	rowsRead: number;
	rowsWritten: number;
	/** A page of 50 for the operator, and what it reads. */
	listMs: number;
	listRows: number;
	dueQueryUs: number;
	/** Bytes of storage for each lead, indexes and all. */
	bytesPerLead: number;
}

/** Fills an outbox up in steps, and asks it the same things at each. */
export async function measureStored(
	worker: MeteredWorker,
	sizes: readonly number[],
	progress: (stored: number) => void,
): Promise<StoredFigure[]> {
	await post(worker);
	const empty = await worker.sizeOf(SITE);
	const figures: StoredFigure[] = [];
	let stored = 1;
	for (const size of sizes) {
		while (stored < size) {
			const more = Math.min(CHUNK, size - stored);
			await seedRows(worker, SITE, more, { state: 'delivered', dueAt: Date.now() - 3_600_000 });
			stored += more;
			progress(stored);
		}
		await settled(worker);
		const bytes = await worker.sizeOf(SITE);
		await worker.figures(SITE);
		const accepts = await times(TIMES, () => post(worker));
		stored += TIMES;
		await settled(worker);
		const accepted = await worker.figures(SITE);
		const lists = await times(TIMES, () => list(worker));
		const listed = await worker.figures(SITE);
		figures.push({
			stored: size,
			acceptMs: median(accepts),
			rowsRead: accepted.rowsRead / TIMES,
			rowsWritten: accepted.rowsWritten / TIMES,
			listMs: median(lists),
			listRows: listed.rowsRead / TIMES,
			dueQueryUs: await worker.timeOf(SITE, DUE),
			bytesPerLead: (bytes - empty) / Math.max(size - 1, 1),
		});
	}
	return figures;
}

async function post(worker: MeteredWorker): Promise<void> {
	const status = await postLead(worker.url, SITE, toLead(SITE, randomUUID()));
	if (status !== 202) throw new Error(`a lead was answered ${status}`);
}

async function list(worker: MeteredWorker): Promise<void> {
	const response = await fetch(`${worker.url}/v1/console/leads?site=${SITE}&limit=50`, {
		headers: { authorization: `Bearer ${DEMO_ENV.CONSOLE_TOKEN}` },
	});
	if (!response.ok) throw new Error(`the listing was answered ${response.status}: ${await response.text()}`);
	await response.arrayBuffer();
}

async function times(count: number, act: () => Promise<void>): Promise<number[]> {
	const taken: number[] = [];
	for (let i = 0; i < count; i++) {
		const started = performance.now();
		await act();
		taken.push(performance.now() - started);
	}
	return taken;
}

/** Waits until all leads are delivered. */
async function settled(worker: MeteredWorker): Promise<void> {
	await until(
		'the leads to be delivered',
		async () => {
			const [row] = await worker.query<{ n: number }>(
				SITE,
				`select count(*) as n from deliveries where state in ('queued', 'confirming')`,
			);
			return row?.n === 0;
		},
		120_000,
	);
}
