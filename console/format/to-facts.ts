/** One value of a lead, by its path in words: `Listing · price`. */
export interface Fact {
	name: string;
	value: string;
}

/** What goes before everything else, in this order. */
const FIRST = ['name', 'firstName', 'lastName', 'email', 'phone', 'message'];

/** Every value of a lead, one by one, the person first. What it holds, it shows: no field is known by name. Pure. */
export function toFacts(lead: object): Fact[] {
	const rank = (path: string) => (FIRST.includes(path) ? FIRST.indexOf(path) : FIRST.length);
	return [...walk(lead, '')]
		.sort(([a], [b]) => rank(a) - rank(b))
		.map(([path, value]) => ({ name: toName(path), value }));
}

function* walk(value: unknown, path: string): Generator<[path: string, value: string]> {
	if (value === undefined || value === null) return;
	if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) yield [path, value.join(', ')];
	else if (typeof value === 'object') {
		for (const [key, inner] of Object.entries(value)) yield* walk(inner, path ? `${path}.${key}` : key);
	} else yield [path, path === 'receivedAt' ? new Date(value as number).toISOString() : String(value)];
}

function toName(path: string): string {
	const words = path
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replaceAll('.', ' · ')
		.toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
