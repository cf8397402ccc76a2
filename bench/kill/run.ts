import { setTimeout as sleep } from 'node:timers/promises';
import { createWorkerd } from '../../test/support/workerd.ts';
import { BENCH_WORKER } from '../support/bench-worker.ts';
import { postLead, toLead } from '../support/leads.ts';
import { createRandom, type Random, toUuid } from '../support/random.ts';
import { type Fate, startVendors, WELL } from '../support/vendors.ts';
import { decideParked } from './operator.ts';
import { settle } from './settle.ts';
import { type Tally, tally } from './tally.ts';

/** The sites leads are posted to, in turn. */
export const SITES = ['easybroker', 'apimo', 'lofty', 'webhook', 'maxwork', 'maxwork-lead', 'propexo'] as const;

/** Visitors at once. */
const CLIENTS = 8;

/** How many leads may be acknowledged past the one after which a kill is due. */
const AHEAD = 50;

/** How a run is made. */
export interface KillOptions {
	leads: number;
	kills: number;
	seed: number;
	/** Runs the Worker that says thank you before it stores. */
	control: boolean;
	onProgress: (acknowledged: number, kills: number) => void;
}

/** What came of it. */
export interface KillResult {
	kills: number;
	/** Posts, repeats included. */
	posts: number;
	/** Leads whose first post got the thank-you. */
	firstTry: number;
	/** Answers other than 202 and none at all. */
	refused: number;
	seconds: number;
	tallies: Tally[];
	/** Parked leads that a person, who did not find them at the vendor, had sent again. */
	replayed: number;
	/** The same after the person's decisions. */
	afterwards: Tally[];
}

/**
 * Posts leads without pause while workerd is killed with SIGKILL at seeded moments, vendors misbehaving meanwhile.
 * After the last lead it is killed once more; then the vendors behave, and everything must settle.
 */
export async function runKill(options: KillOptions): Promise<KillResult> {
	const random = createRandom(options.seed);
	const vendors = await startVendors();
	const main = options.control ? 'control.ts' : 'worker.ts';
	const workerd = await createWorkerd(vendors.url, { folder: BENCH_WORKER, main });
	const started = Date.now();
	try {
		vendors.fateOf(createFates(createRandom(options.seed + 1)));
		await workerd.start();
		const acknowledged = new Map<string, string>();
		const counts = { posts: 0, firstTry: 0, refused: 0 };
		let kills = 0;
		let next = 0;
		let nextKill = 0;

		const moments = toMoments(options, random);
		async function killAll(): Promise<void> {
			for (const { after, ms } of moments) {
				nextKill = after;
				while (acknowledged.size < after) await sleep(2);
				await sleep(ms);
				await workerd.kill();
				kills++;
				await workerd.start();
			}
			nextKill = Number.POSITIVE_INFINITY;
		}
		async function visit(visitor: Random): Promise<void> {
			while (next < options.leads) {
				// Posts don't run away from the kills, or these would all come at the end.
				while (acknowledged.size > nextKill + AHEAD) await sleep(5);
				const site = SITES[next++ % SITES.length] as string;
				const id = toUuid(visitor);
				const lead = toLead(site, id);
				for (let tries = 1; ; tries++) {
					counts.posts++;
					const status = await postLead(workerd.url, site, lead);
					if (status === 202) {
						if (tries === 1) counts.firstTry++;
						acknowledged.set(id, site);
						break;
					}
					if (status !== 0) counts.refused++;
					await sleep(20 + visitor() * 60);
				}
				options.onProgress(acknowledged.size, kills);
			}
		}
		const visitors = Array.from({ length: CLIENTS }, (_, i) => visit(createRandom(options.seed * 1000 + i)));
		await Promise.all([killAll(), ...visitors]);

		// Once more, right after the last thank-you, and while the vendors still misbehave.
		await workerd.kill();
		kills++;
		vendors.fateOf(() => WELL);
		while (vendors.open() > 0) await sleep(20);
		await settle(workerd);
		const tallies = tally(SITES, acknowledged, workerd, vendors);
		const replayed = options.control ? 0 : await decideParked(workerd, vendors);
		const afterwards = tally(SITES, acknowledged, workerd, vendors);
		return { kills, replayed, ...counts, seconds: Math.round((Date.now() - started) / 1000), tallies, afterwards };
	} finally {
		await workerd.remove();
		await vendors.close();
	}
}

/** When to kill: after how many thank-yous, and how long after that. Spread over the run, each at random. */
function toMoments({ leads, kills }: KillOptions, random: Random): { after: number; ms: number }[] {
	const gap = leads / kills;
	return Array.from({ length: kills - 1 }, (_, i) => ({
		after: Math.floor((i + random()) * gap),
		ms: Math.floor(random() * 200),
	}));
}

/** One call in ten fails, one in twenty is taken and its answer lost; a third take up to 0.4 s. */
function createFates(random: Random): () => Fate {
	return () => {
		const dice = random();
		const end = dice < 0.1 ? 'fail' : dice < 0.15 ? 'reset' : 'answer';
		return { before: random() < 0.33 ? random() * 400 : 0, end };
	};
}
