import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import { createTestHarness } from 'wrangler';
import type { Proof } from '../../contract/lead.ts';
import { DEMO_ENV } from '../../test/support/demo-env.ts';
import { type Siteverify, startSiteverify } from '../../test/support/siteverify.ts';
import { issueStamp } from '../../worker/screen/stamp.ts';

process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';
process.env.WRANGLER_SEND_METRICS = 'false';

const GUARD_KEY = 'the key of the spam bench';
const HOST = 'www.bench.example';

/** Headers that a browser of today puts on a post from the site's page. */
export const BROWSER = { origin: `https://${HOST}`, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' };

/** What became of a post. `same`: it was taken for a lead that is stored already. */
export type Fate = 'refused' | 'held' | 'same' | 'through';

/** A post, and whether it was answered like a lead that is taken. */
export interface Posted {
	id: string;
	taken: boolean;
}

/** The real Worker in the real runtime, and what a sender can do with it. */
export interface World {
	/** Posts a lead as JSON. */
	send: (site: string, lead: { id: string }, headers: Record<string, string>) => Promise<Posted>;
	/** Posts a plain form that says the id of its lead. */
	sendForm: (
		site: string,
		form: Record<string, string> & { id: string },
		headers: Record<string, string>,
	) => Promise<Posted>;
	/** A genuine time stamp, as it would have been given so many seconds ago: nobody has to wait for it. */
	stamp: (site: string, secondsAgo: number) => Promise<string>;
	/** All a site asks for, done as the widget does it: with a solved proof of work, with a token of Turnstile. */
	prove: (site: string, secondsAgo: number) => Promise<Proof>;
	/** What became of a site's posts. */
	readFates: (site: string, posted: readonly Posted[]) => Promise<Fate[]>;
	close: () => Promise<void>;
}

/** Starts it. */
export async function startWorld(): Promise<World> {
	// Where leads go is not what is asked here: somebody who takes all of them.
	const crm = createServer((request, response) => void request.resume().on('end', () => response.end('{}')));
	await new Promise<void>((resolve) => crm.listen(0, '127.0.0.1', resolve));
	const vendorsUrl = `http://127.0.0.1:${(crm.address() as { port: number }).port}`;
	const siteverify: Siteverify = await startSiteverify();
	const env = { TURNSTILE_URL: siteverify.url, TURNSTILE_KEY: siteverify.secret };
	const harness = createTestHarness({
		root: fileURLToPath(new URL('../worker/', import.meta.url)),
		workers: [
			{
				configPath: './spam.toml',
				vars: { VENDORS_URL: vendorsUrl },
				secrets: { ...DEMO_ENV, GUARD_KEY, ...env },
			},
		],
	});
	const { url } = await harness.listen();

	/** Posts, and once more where the connection was lost: the id says that it is the same. */
	async function post(site: string, id: string, init: RequestInit, again = true): Promise<Posted> {
		try {
			const address = new URL(`/v1/sites/${site}/leads`, url);
			const response = await fetch(address, { method: 'POST', redirect: 'manual', ...init });
			await response.body?.cancel();
			return { id, taken: response.status === 202 || response.status === 303 };
		} catch (error) {
			if (again) return post(site, id, init, false);
			throw error;
		}
	}
	async function stamp(site: string, secondsAgo: number): Promise<string> {
		return (await issueStamp({ GUARD_KEY }, site, Math.round(Date.now() - secondsAgo * 1000))) as string;
	}
	return {
		stamp,
		async readFates(site, posted) {
			const storage = await harness.getWorker().getDurableObjectStorage('OUTBOX', { name: site });
			const rows = (await storage.exec('select lead_id, state from deliveries')) as {
				lead_id: string;
				state: string;
			}[];
			const states = new Map(rows.map(({ lead_id, state }) => [lead_id, state]));
			return posted.map(({ id, taken }) => {
				if (!taken) return 'refused';
				const state = states.get(id);
				return state === undefined ? 'same' : state === 'held' ? 'held' : 'through';
			});
		},
		send: (site, lead, headers) =>
			post(site, lead.id, { headers: { 'content-type': 'text/plain', ...headers }, body: JSON.stringify(lead) }),
		sendForm: (site, form, headers) => post(site, form.id, { headers, body: new URLSearchParams(form) }),
		async prove(site, secondsAgo) {
			const response = await fetch(new URL(`/v1/sites/${site}/challenge`, url), { headers: BROWSER });
			const { work, turnstile } = (await response.json()) as { work?: Challenge; turnstile?: { action: string } };
			const solution = work && (await solveChallenge({ challenge: work, deriveKey }));
			return {
				stamp: await stamp(site, secondsAgo),
				...(work && { solution: btoa(JSON.stringify({ challenge: work, solution })) }),
				...(turnstile && { turnstile: siteverify.mint(HOST, turnstile.action) }),
			};
		},
		async close() {
			await harness.close();
			await siteverify.close();
			crm.close();
			crm.closeAllConnections();
		},
	};
}
