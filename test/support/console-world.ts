import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { createTestHarness } from 'wrangler';
import { createPortal, type Portal } from '../../demo/portal.ts';
import { launchChromium } from './browser.ts';
import { DEMO_ENV } from './demo-env.ts';
import { validLead } from './lead.ts';
import { until } from './until.ts';

process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';
process.env.WRANGLER_SEND_METRICS = 'false';

/** The page that leads come from. */
const PAGE_ORIGIN = 'https://www.sol.example';

/** The real Worker with the built console, the vendors' sandboxes, and Chromium, on free ports. */
export interface ConsoleWorld {
	workerUrl: string;
	browser: Browser;
	/** Sends a lead, and brings it into a state without the vendor having it. Gives its number at its first destination. */
	leadIn: (state: 'parked' | 'held', change?: Record<string, unknown>) => Promise<number>;
	/** The names of the leads the vendor took. */
	arrived: () => string[];
	sql: <T = Record<string, unknown>>(query: string, ...values: (string | number)[]) => Promise<T[]>;
	/** Everything the Worker logged, as text. */
	logs: () => string;
	close: () => Promise<void>;
}

/**
 * Starts all of it. Widget and console have to be built.
 * @param secrets beside or instead of the demo's
 */
export async function startConsoleWorld(secrets: Record<string, string> = {}): Promise<ConsoleWorld> {
	const portal: Portal = await createPortal({ port: 0 });
	const harness = createTestHarness({
		root: fileURLToPath(new URL('../e2e/worker/', import.meta.url)),
		workers: [
			{
				configPath: './wrangler.toml',
				vars: { VENDORS_URL: portal.vendorsUrl, PAGE_ORIGIN },
				secrets: { ...DEMO_ENV, ...secrets },
			},
		],
	});
	const { url } = await harness.listen();
	const worker = harness.getWorker();
	const browser = await launchChromium();
	async function sql<T>(query: string, ...values: (string | number)[]) {
		const storage = await worker.getDurableObjectStorage('OUTBOX', { name: 'sol' });
		return (await storage.exec(query, ...values)) as T[];
	}
	return {
		workerUrl: url.origin,
		browser,
		async leadIn(state, change) {
			// The vendor doesn't know this listing, so the lead is parked by itself; later it would know it.
			const lead = validLead({ ...change, listing: { reference: 'EB-NO0000' } });
			const response = await fetch(new URL('/v1/sites/sol/leads', url), {
				method: 'POST',
				headers: { origin: PAGE_ORIGIN, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
				body: JSON.stringify(lead),
			});
			if (response.status !== 202) throw new Error(`the lead was refused: ${await response.text()}`);
			const number = await until('the vendor to refuse it', async () => {
				const [row] = await sql<{ number: number }>(
					`select number from deliveries where lead_id = ? and destination = 'easybroker' and state = 'parked'`,
					lead.id,
				);
				return row?.number;
			});
			await sql(
				`update deliveries set state = ?, reason = ?, lead = json_set(lead, '$.listing.reference', 'EB-AB1234')
					where number = ?`,
				state,
				state === 'held' ? 'looks like spam: link in the name' : 'HTTP 503 for 72 hours',
				number,
			);
			return number;
		},
		arrived: () =>
			portal.inbox
				.list('easybroker')
				.filter(({ method, status }) => method === 'POST' && status === 200)
				.map(({ body }) => (body as { name: string }).name),
		sql,
		logs: () =>
			harness
				.getLogs()
				.map((entry) => JSON.stringify(entry))
				.join('\n'),
		async close() {
			await browser.close();
			await harness.close();
			await portal.close();
		},
	};
}
