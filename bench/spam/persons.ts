import { type Random, toUuid } from '../support/random.ts';

const FIRST = ['Ana', 'Ben', 'Chloé', 'Dmitri', 'Eva', 'Fatima', 'Giorgos', 'Hana', 'Ivo', 'José', '李', 'Ørjan'];
const LAST = ['Silva', 'Smith', 'Moreau', "O'Neill", 'García Márquez', 'van der Berg', 'Nguyễn', 'Kowalska'];
const WORDS =
	'see visit garden balcony parking school station train quiet street floor kitchen light morning weekend family dog cat price rent month contract heating lift terrace window noise park bicycle cellar neighbour'.split(
		' ',
	);
const PROVIDERS = [
	'gmail.com',
	'outlook.com',
	'yahoo.com.mx',
	'hotmail.fr',
	'gmx.de',
	'orange.fr',
	'icloud.com',
	'sapo.pt',
];
const DISPOSABLE = ['mailinator.com', 'guerrillamail.com', 'yopmail.com', '10minutemail.com', 'trashmail.com'];

/** One of a list. */
export function pick<T>(random: Random, list: readonly T[]): T {
	return list[Math.floor(random() * list.length)] as T;
}

/** Somebody who was never seen before, with an address at a provider of their own choice, or at a throw-away one. */
export function toPerson(random: Random, domain = pick(random, PROVIDERS)) {
	const name = `${pick(random, FIRST)} ${pick(random, LAST)}`;
	return { id: toUuid(random), name, email: `visitor.${toUuid(random).slice(0, 8)}@${domain}` };
}

/** A throw-away provider's domain. */
export function toDisposableDomain(random: Random): string {
	return pick(random, DISPOSABLE);
}

/** So many words in no order: a text that nobody wrote before. */
export function toText(random: Random, words: number): string {
	return Array.from({ length: words }, () => pick(random, WORDS)).join(' ');
}

/** What an honest visitor writes: the form's own words, a short question, or some sentences of one's own. */
export function toMessage(random: Random, listing: string): string {
	const kind = random();
	if (kind < 0.4) return `I am interested in ${listing}. Please tell me more.`;
	if (kind < 0.7)
		return pick(random, ['Is it still available?', 'Can I see it on Saturday?', 'Hello', 'Pets?', 'Please call me']);
	return `Hello, ${toText(random, 8 + Math.floor(random() * 30))}. Thank you!`;
}

/** An address of a network that nobody else in the run has, mostly. */
export function toAddress(random: Random): string {
	return Array.from({ length: 4 }, () => 1 + Math.floor(random() * 250)).join('.');
}
