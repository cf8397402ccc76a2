import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../test/support/until.ts';
import { DOORSTEP } from '../browser/contestants.ts';
import { fillIn, pressSend } from '../browser/drive.ts';
import { launchOffline } from '../browser/launch.ts';
import { openPage } from '../browser/open-page.ts';
import { type Hit, serveBench } from '../browser/serve.ts';
import { measureQuiet } from '../rows/run.ts';
import { createMeteredWorker } from '../support/bench-worker.ts';
import { startVendors } from '../support/vendors.ts';
import type { Counts } from './model.ts';

/** The site whose leads are counted: EasyBroker, and nothing beside it. */
const SITE = 'easybroker';

/** Leads delivered one by one for their rows; requests for their CPU; leads for their bytes. */
const QUIET = 4;
const BUSY = 2000;
const STORED = 400;

/** How long a visitor takes over the form, in milliseconds. */
const PERSON_MS = 4000;

/** Ticks of /proc/<pid>/stat a second (getconf CLK_TCK on Linux). */
const TICKS = 100;

/** Measures what one view and one lead cost, on the real runtime and in a real browser. */
export async function measureCounts(): Promise<Counts> {
	const { requestsPerView, requestsPerLead } = await countRequests();
	const vendors = await startVendors();
	const worker = await createMeteredWorker(vendors.url);
	try {
		await worker.start();
		const cost = await measureQuiet(worker, SITE, QUIET);
		// The object's calls in the quiet run: the POST and its alarms. Looks whether a lead arrived come on top.
		const callsPerLead = cost.figures.calls / QUIET + requestsPerLead.looks;

		const viewing = readCpu(worker.pid());
		for (let i = 0; i < BUSY; i++) await fetch(`${worker.url}/${SITE}.js`).then((answer) => answer.arrayBuffer());
		const cpuPerView = ((readCpu(worker.pid()) - viewing) / BUSY) * 1000;

		const before = await worker.sizeOf(SITE);
		const accepting = readCpu(worker.pid());
		for (let i = 0; i < STORED; i++) await post(worker.url);
		await until(
			'the leads to be delivered',
			async () => {
				const [row] = await worker.query<{ n: number }>(
					SITE,
					`select count(*) as n from deliveries where state <> 'delivered'`,
				);
				return row?.n === 0;
			},
			120_000,
		);
		const cpuPerLead = ((readCpu(worker.pid()) - accepting) / STORED) * 1000;
		const [kept] = await worker.query<{ n: number }>(SITE, 'select count(*) as n from deliveries');
		if ((kept?.n ?? 0) < STORED) throw new Error(`only ${kept?.n} of ${STORED} leads were stored as rows of their own`);
		const bytesWhole = ((await worker.sizeOf(SITE)) - before) / STORED;
		const [lengths] = await worker.query<{ whole: number; erased: number }>(
			SITE,
			`select avg(length(lead)) as whole, avg(length(json_object('id', lead_id, 'consent',
				json(coalesce(json_extract(lead, '$.consent'), '[]')), 'language', 'es', 'receivedAt', received_at,
				'erased', json('true')))) as erased
			from (select lead_id, lead, received_at from deliveries order by number desc limit ${STORED})`,
		);
		return {
			requestsPerView,
			requestsPerLead: requestsPerLead.all,
			cpuPerView,
			cpuPerLead,
			callsPerLead,
			rowsReadPerLead: cost.rowsRead,
			rowsWrittenPerLead: cost.rowsWritten + cost.alarmsSet,
			bytesWhole,
			bytesErased: bytesWhole - (lengths?.whole ?? 0) + (lengths?.erased ?? 0),
		};
	} finally {
		await worker.remove();
		await vendors.close();
	}
}

/** Views a page and sends a lead from it, and counts what reaches the Worker; static files don't. */
async function countRequests(): Promise<{ requestsPerView: number; requestsPerLead: { all: number; looks: number } }> {
	const bench = await serveBench(new Map([[DOORSTEP, []]]));
	const browser = await launchOffline();
	try {
		const { page, loaded, close } = await openPage(browser, bench.urlOf(DOORSTEP), { watchesForm: false });
		const hits = () => bench.hits.filter(({ to, path }) => to === 'worker' && !path.startsWith('/assets/'));
		await loaded;
		await page.waitForFunction(() => window.probe?.fields().ticks.length > 0);
		await page.waitForLoadState('networkidle');
		const view = hits().length;
		await fillIn(page);
		// A form that is sent sooner than a person can is held for a look (docs/screening.md).
		await sleep(PERSON_MS);
		await pressSend(page);
		// The page looks whether the lead is delivered; a second later, when it looks first, nearly every lead is.
		await until('the page to look after its lead', () => hits().some(isLook), 60_000);
		const lead = hits().slice(view);
		await close();
		return {
			requestsPerView: view,
			requestsPerLead: {
				all: lead.length,
				looks: lead.filter(isLook).length,
			},
		};
	} finally {
		await browser.close();
		await bench.close();
	}
}

/** Whether a request asked where a lead is. */
function isLook({ method, path }: Hit): boolean {
	return method === 'GET' && /\/leads\//.test(path);
}

/** Posts a lead of ordinary length, as a page would. */
async function post(url: string): Promise<void> {
	const id = randomUUID();
	const response = await fetch(`${url}/v1/sites/${SITE}/leads`, {
		method: 'POST',
		headers: { origin: 'https://bench.example', 'content-type': 'text/plain' },
		body: JSON.stringify({
			id,
			name: 'Ana Silva',
			// One of its own: who writes the same again is stored once.
			email: `ana.${id.slice(0, 8)}@example.com`,
			phone: '+12015550123',
			message: 'Quisiera visitarlo el sábado por la mañana, si se puede. ¿Hay estacionamiento?',
			listing: {
				reference: 'EB-AB1234',
				title: 'Departamento en Roma Norte',
				url: 'https://www.sol.example/mx/departamento-roma-norte',
				price: 6_850_000,
			},
			consent: [{ purpose: 'contact', given: true, wordingId: 'sol-contact-1', wordingHash: 'a'.repeat(64) }],
			language: 'es',
			attribution: {
				page: 'https://www.sol.example/mx/departamento-roma-norte',
				referrer: 'https://www.google.com/',
				utm_source: 'google',
				utm_medium: 'cpc',
				utm_campaign: 'roma-norte-otono',
			},
		}),
	});
	if (response.status !== 202) throw new Error(`a lead was answered ${response.status}: ${await response.text()}`);
	await response.body?.cancel();
}

/** CPU seconds a process has used; Linux only, NaN elsewhere. */
function readCpu(pid: number | undefined): number {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
		return (Number(fields[11]) + Number(fields[12])) / TICKS;
	} catch {
		return Number.NaN;
	}
}
