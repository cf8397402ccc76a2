import { fileURLToPath } from 'node:url';
import { createTestHarness } from 'wrangler';
import type { LeadInput } from '../../contract/lead.ts';
import { DEMO_ENV } from './demo-env.ts';

process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';
process.env.WRANGLER_SEND_METRICS = 'false';

/** The origin of the page that tests send from. */
export const PAGE_ORIGIN = 'https://www.sol.example';

/** The Worker with the tests' sites, in real workerd with real Durable Objects. */
export interface TestWorker {
	/** Where it answers, without a slash at the end. */
	url: string;
	fetch: (path: string, init?: RequestInit) => Promise<Response>;
	/** Posts a lead, or any body, as the site's page would. */
	post: (body: unknown, options?: { site?: string; headers?: Record<string, string> }) => Promise<Response>;
	/** Runs SQL in a site's outbox. */
	sql: <T = Record<string, unknown>>(query: string, ...values: (string | number)[]) => Promise<T[]>;
	/** Runs SQL in another site's outbox. */
	sqlOf: <T = Record<string, unknown>>(site: string, query: string, ...values: (string | number)[]) => Promise<T[]>;
	/** Drops an outbox from memory, `sol`'s when no other is named; its storage stays. */
	evict: (site?: string) => Promise<void>;
	/** Everything the Worker logged, as text. */
	logs: () => string;
	close: () => Promise<void>;
}

/**
 * Starts the Worker.
 * @param vendorsUrl where the vendors answer
 * @param secrets beside or instead of the demo's
 * @param config its settings, a file beside the tests' Worker
 */
export async function startTestWorker(
	vendorsUrl: string,
	secrets: Record<string, string> = {},
	config = 'wrangler.toml',
): Promise<TestWorker> {
	const harness = createTestHarness({
		root: fileURLToPath(new URL('../worker/', import.meta.url)),
		workers: [{ configPath: `./${config}`, vars: { VENDORS_URL: vendorsUrl }, secrets: { ...DEMO_ENV, ...secrets } }],
	});
	const { url } = await harness.listen();
	const worker = harness.getWorker();
	async function sqlOf<T>(site: string, query: string, ...values: (string | number)[]) {
		const storage = await worker.getDurableObjectStorage('OUTBOX', { name: site });
		return (await storage.exec(query, ...values)) as T[];
	}
	return {
		url: url.origin,
		fetch: (path, init) => send(new URL(path, url), init),
		post: (body, { site = 'sol', headers = {} } = {}) =>
			send(new URL(`/v1/sites/${site}/leads`, url), {
				method: 'POST',
				headers: {
					origin: PAGE_ORIGIN,
					'sec-fetch-site': 'cross-site',
					'content-type': 'application/json',
					...headers,
				},
				body: typeof body === 'string' ? body : JSON.stringify(body as LeadInput),
			}),
		sql: (query, ...values) => sqlOf('sol', query, ...values),
		sqlOf,
		evict: (site = 'sol') =>
			worker.evictDurableObject('OUTBOX', { name: site }).catch((error: Error) => {
				// The runtime was first: an object that rests is dropped by itself.
				if (!/not currently running/.test(error.message)) throw error;
			}),
		logs: () =>
			harness
				.getLogs()
				.map((entry) => JSON.stringify(entry))
				.join('\n'),
		close: () => harness.close(),
	};
}

/**
 * Sends a request on a connection of its own. The runtime closes a connection that rested for some seconds, or whose
 * request it refused for its size, without a word: whoever used it again at that moment would be told so instead of
 * being answered.
 */
function send(url: URL, init: RequestInit = {}): Promise<Response> {
	const headers = new Headers(init.headers);
	headers.set('connection', 'close');
	return fetch(url, { redirect: 'manual', ...init, headers });
}
