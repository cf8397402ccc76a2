import { type Random, toUuid } from '../support/random.ts';
import type { VISITORS } from './names.ts';
import { toAddress, toMessage, toPerson, toText } from './persons.ts';
import { BROWSER, type Posted, type World } from './world.ts';

/** An honest visitor: what one of them sends to a site, all of it, and how each post was answered. */
export type Visitor = (world: World, site: string, random: Random) => Promise<Posted[]>;

const LISTING = { reference: 'ELM-1042', url: 'https://www.bench.example/homes/1042' };
const HOURS = 60 * 60;

/** Somebody who sends the form once, so many seconds after the first touch. */
async function once(world: World, site: string, random: Random, seconds: number, message?: string): Promise<Posted[]> {
	const lead = {
		...toPerson(random),
		message: message ?? toMessage(random, 'ELM-1042'),
		listing: LISTING,
		proof: await world.prove(site, seconds),
	};
	return [await world.send(site, lead, { ...BROWSER, 'cf-connecting-ip': toAddress(random) })];
}

/** The visitors by kind. */
export const visitors: Record<(typeof VISITORS)[number], Visitor> = {
	/** The browser fills everything in at the first touch, and the thumb is on the button. */
	autofill: (world, site, random) => once(world, site, random, 0.5 + random()),

	/** Half a minute to half an hour. */
	slow: (world, site, random) => once(world, site, random, 30 + random() * 1800),

	/** Writes much, with a link to the home; the form's own trap is never come to. */
	keyboard: (world, site, random) =>
		once(world, site, random, 120 + random() * 300, `About ${LISTING.url}: ${toText(random, 60)}`),

	/** Was without a network when the form was sent; the widget sends it the next day. */
	offline: (world, site, random) => once(world, site, random, (18 + random() * 6) * HOURS),

	/** Has no scripts: the hosted form, as the Worker renders it. */
	'no-script': async (world, site, random) => {
		const { id, name, email } = toPerson(random);
		const stamp = await world.stamp(site, 20 + random() * 200);
		const form = { id, name, email, message: toMessage(random, 'ELM-1042'), website: '', 'proof.stamp': stamp };
		const headers = { ...BROWSER, 'content-type': 'application/x-www-form-urlencoded' };
		return [await world.sendForm(site, form, { ...headers, 'cf-connecting-ip': toAddress(random) })];
	},

	/** Goes back and sends the same again, then once more with another question. */
	back: async (world, site, random) => {
		const address = { ...BROWSER, 'cf-connecting-ip': toAddress(random) };
		const lead = { ...toPerson(random), message: toMessage(random, 'ELM-1042'), listing: LISTING };
		const posted: Posted[] = [];
		for (const message of [lead.message, lead.message, `${lead.message} And is there a lift?`]) {
			const proof = await world.prove(site, 10 + random() * 60);
			posted.push(await world.send(site, { ...lead, id: toUuid(random), message, proof } as { id: string }, address));
		}
		return posted;
	},

	/** Asks the same of two homes. */
	'two-homes': async (world, site, random) => {
		const address = { ...BROWSER, 'cf-connecting-ip': toAddress(random) };
		const lead = { ...toPerson(random), message: `Hello, ${toText(random, 15)}` };
		const posted: Posted[] = [];
		for (const reference of ['ELM-1042', 'ELM-1043']) {
			const proof = await world.prove(site, 10 + random() * 60);
			posted.push(
				await world.send(
					site,
					{ ...lead, id: toUuid(random), listing: { reference }, proof } as { id: string },
					address,
				),
			);
		}
		return posted;
	},

	/** Three people behind one address, each with a phone of their own. */
	family: async (world, site, random) => {
		const address = { ...BROWSER, 'cf-connecting-ip': toAddress(random) };
		const posted: Posted[] = [];
		for (let i = 0; i < 3; i++) {
			const proof = await world.prove(site, 10 + random() * 60);
			const lead = { ...toPerson(random), message: toMessage(random, 'ELM-1042'), listing: LISTING, proof };
			posted.push(await world.send(site, lead, address));
		}
		return posted;
	},
};
