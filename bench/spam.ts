/**
 * `npm run bench:spam [-- --seed 1 --posts 1000 --no-report]`: five kinds of scripted bots and eight of honest visitors
 * against the real Worker, for each mix of what a site may pick. Writes docs/spam.md. Ends with 1 when a visitor is
 * refused. Nobody waits: what takes time is told to the Worker by stamps of earlier.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bots } from './spam/bots.ts';
import { BOTS, MIXES, type Mix, type Sender, toSiteId, VISITORS } from './spam/names.ts';
import { visitors } from './spam/visitors.ts';
import { type Fate, type Posted, startWorld } from './spam/world.ts';
import { Progress } from './support/progress.ts';
import { createRandom } from './support/random.ts';
import { toMachineNote, toTable } from './support/report.ts';

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: '1' },
		posts: { type: 'string', default: '1000' },
		visitors: { type: 'string', default: '20' },
		'no-report': { type: 'boolean', default: false },
	},
});
const POSTS = Number(values.posts);
const PEOPLE = Number(values.visitors);

/** How much of `--posts` a kind sends: what floods sends all, and a slow one little. */
const SHARES = { filler: 0.2, flood: 0.7, replayer: 0.2, spammer: 0.1, solver: 1 };
const toPosts = (bot: (typeof BOTS)[number]) => Math.ceil(POSTS * SHARES[bot]);

const progress = new Progress('spam', MIXES.length * (BOTS.length + VISITORS.length), '5 to 10 min');
const fates = new Map<string, Fate[]>();
const world = await startWorld();
try {
	for (const mix of MIXES) {
		for (const bot of BOTS) await note(mix, bot, (site, random) => bots[bot](world, site, random, toPosts(bot)));
		for (const visitor of VISITORS) {
			await note(mix, visitor, async (site, random) => {
				const all: Posted[] = [];
				for (let i = 0; i < PEOPLE; i++) all.push(...(await visitors[visitor](world, site, random)));
				return all;
			});
		}
	}
} finally {
	await world.close();
}

async function note(
	mix: Mix,
	sender: Sender,
	run: (site: string, random: ReturnType<typeof createRandom>) => Promise<Posted[]>,
): Promise<void> {
	const site = toSiteId(mix, sender);
	// The same senders meet every mix.
	const seed = Number(values.seed) * 1000 + [...BOTS, ...VISITORS].indexOf(sender as never);
	fates.set(site, await world.readFates(site, await run(site, createRandom(seed))));
	progress.at(fates.size);
}

const count = (all: readonly Fate[], fate: Fate) => all.filter((one) => one === fate).length;
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const rows = (senders: readonly Sender[]) =>
	MIXES.flatMap((mix) =>
		senders.map((sender) => {
			const all = fates.get(toSiteId(mix, sender)) as Fate[];
			const stopped = count(all, 'refused') + count(all, 'held');
			const figures = (['refused', 'held', 'same', 'through'] as const).map((fate) => count(all, fate));
			return [mix, sender, all.length, ...figures, percent(stopped, all.length)];
		}),
	);
const HEAD = ['mix', 'sender', 'posts', 'refused', 'held', 'same lead', 'let through', 'refused or held'];
const summary = MIXES.map((mix) => {
	const of = (senders: readonly Sender[]) => senders.map((sender) => fates.get(toSiteId(mix, sender)) as Fate[]);
	const reached = BOTS.filter((_, i) => {
		const all = of(BOTS)[i] as Fate[];
		return count(all, 'refused') + count(all, 'held') >= 0.99 * all.length;
	});
	const honest = of(VISITORS).flat();
	const scripted = of(VISITORS.filter((visitor) => visitor !== 'no-script')).flat();
	return [
		mix,
		reached.length === 0 ? 'none' : reached.join(', '),
		count(honest, 'refused'),
		percent(count(scripted, 'held'), scripted.length),
		percent(count(of(['no-script']).flat(), 'held'), of(['no-script']).flat().length),
	];
});

const page = `# Who is let through

Made by \`npm run bench:spam -- --seed ${values.seed} --posts ${values.posts} --visitors ${values.visitors}\`. ${toMachineNote()}

Five kinds of scripted bots (\`bench/spam/bots.ts\`) and eight kinds of honest visitors (\`bench/spam/visitors.ts\`) against
the real Worker in workerd, with the brakes, caps and list of throw-away addresses it is deployed with. What Turnstile
says comes from a stand-in that answers as Cloudflare documents; the \`solver\` is taken to have bought good tokens. The
mixes (docs/screening.md): \`none\` has no scores and no caps; \`scores\` is what a site has that sets nothing; \`turnstile\` and
\`work\` have Turnstile or a proof of work beside the scores.

The aim: of each kind of bot 99 % refused or held, no visitor refused, at most 1 % of them held.

${toTable(['mix', 'bots of which 99 % are stopped', 'visitors refused', 'visitors with scripts held', 'visitors without scripts held'], summary)}

How to read it:

- Turnstile and a proof of work need scripts. Who has none is held there for a person to look at, always; a site with many
  such visitors (mail clients, text browsers) stays with the scores.
- The \`solver\` is stopped by what it says, not by what it computes: eight people may say the same within an hour, the
  ninth is held. A solver that writes every text anew, slowly, from good addresses and with fresh stamps is let through by
  every mix; so is a person who does it by hand.
- While a flood is over a site's caps, honest leads are held with it: nothing is lost, and a person decides.
- *Refused* is what the brakes answer with 429; how much of a flood that is, and how much is held, depends on where in
  the flood a minute of theirs begins.
- Each kind meets each mix on a site of its own. What a fast kind sends comes within seconds or a minute.

## Bots

${toTable(HEAD, rows(BOTS))}

## Visitors

Of \`back\`, every second post is the first again; that it is the same lead is right.

${toTable(HEAD, rows(VISITORS))}
`;
if (!values['no-report']) writeFileSync(new URL('../docs/spam.md', import.meta.url), page);
console.log(page);
process.exit(summary.some((row) => Number(row[2]) > 0) ? 1 : 0);
