import { type Random, toUuid } from '../support/random.ts';
import type { BOTS } from './names.ts';
import { pick, toAddress, toDisposableDomain, toPerson, toText } from './persons.ts';
import { BROWSER, type Posted, type World } from './world.ts';

/** A scripted bot: what it sends to a site, all of it, and how each post was answered. */
export type Bot = (world: World, site: string, random: Random, posts: number) => Promise<Posted[]>;

const HEADINGS = { 'content-type': 'application/x-www-form-urlencoded' };
const ADDRESSES = 20;

/** Sends so many posts, eight at a time: a bot waits for nobody. */
async function flood(posts: number, post: (i: number) => Promise<Posted>): Promise<Posted[]> {
	const posted: Posted[] = [];
	for (let i = 0; i < posts; i += 8) {
		posted.push(...(await Promise.all(Array.from({ length: Math.min(8, posts - i) }, (_, j) => post(i + j)))));
	}
	return posted;
}

/** The bots by kind. Each is a stranger to the code but for what anybody can see of the site. */
export const bots: Record<(typeof BOTS)[number], Bot> = {
	/** Drives a browser to the hosted form and fills every input there is, the one that nobody sees too. */
	filler: (world, site, random, posts) => {
		const addresses = Array.from({ length: ADDRESSES }, () => toAddress(random));
		return flood(posts, async () => {
			const { id, name, email } = toPerson(random);
			const stamp = await world.stamp(site, 5 + random() * 20);
			const form = { id, name, email, message: toText(random, 12), website: 'https://b.example', 'proof.stamp': stamp };
			return world.sendForm(site, form, { ...BROWSER, ...HEADINGS, 'cf-connecting-ip': pick(random, addresses) });
		});
	},

	/** Posts JSON from everywhere, as fast as it can, with the one header the door asks for. */
	flood: (world, site, random, posts) =>
		flood(posts, () => {
			const lead = { ...toPerson(random), message: toText(random, 15) };
			return world.send(site, lead, { origin: BROWSER.origin, 'cf-connecting-ip': toAddress(random) });
		}),

	/** Sends one visitor's request again and again, headers, proof and all, with other ids, people and words. */
	replayer: async (world, site, random, posts) => {
		const proof = await world.prove(site, 30);
		await world.send(site, { ...toPerson(random), message: 'Hello', proof } as { id: string }, BROWSER);
		return flood(posts, () => {
			const lead = { ...toPerson(random), message: toText(random, 10 + Math.floor(random() * 9)), proof };
			return world.send(site, lead, { ...BROWSER, 'cf-connecting-ip': toAddress(random) });
		});
	},

	/** Takes its time: a fresh stamp, a browser's headers, words of its own, a throw-away address and some links. */
	spammer: (world, site, random, posts) =>
		flood(posts, async () => {
			const links = Array.from(
				{ length: 1 + Math.floor(random() * 3) },
				() => `https://${toText(random, 1)}-deal.example`,
			);
			const lead = {
				...toPerson(random, toDisposableDomain(random)),
				message: `${toText(random, 20)} ${links.join(' ')}`,
				proof: { stamp: await world.stamp(site, 20 + random() * 300) },
			};
			return world.send(site, lead, { ...BROWSER, 'cf-connecting-ip': toAddress(random) });
		}),

	/** Does all that is asked, a new stamp, proof of work and bought token each time, to spread one text at volume. */
	solver: (world, site, random, posts) =>
		flood(posts, async () => {
			const offer = `We bring your homes to the first page of every search engine, and buyers to your door, call ${Math.floor(random() * 1e6)}`;
			const lead = { ...toPerson(random), message: offer, proof: await world.prove(site, 5 + random() * 60) };
			return world.send(site, { ...lead, id: toUuid(random) }, { ...BROWSER, 'cf-connecting-ip': toAddress(random) });
		}),
};
