/** Domains that most visitors' addresses are at; a slip lands next to one of them. */
const DOMAINS = [
	'gmail.com',
	'hotmail.com',
	'outlook.com',
	'yahoo.com',
	'icloud.com',
	'live.com',
	'mail.com',
	'aol.com',
	'gmx.de',
	'web.de',
	'orange.fr',
	'free.fr',
	'libero.it',
	'sapo.pt',
	'hotmail.es',
	'yahoo.es',
	'hotmail.fr',
	'yahoo.fr',
	'hotmail.it',
	'uol.com.br',
	'hotmail.co.uk',
	'yahoo.co.uk',
];

/**
 * An address that was likely meant: the same with a well-known domain, where the one typed is a single slip away from it
 * (a letter missing, added, wrong, or swapped with its neighbour).
 * @returns nothing where the address is fine as far as one can tell
 */
export function suggestEmail(typed: string): string | undefined {
	const [, name, domain] = typed.trim().match(/^([^@\s]+)@([^@\s]+)$/) ?? [];
	if (!name || !domain) return undefined;
	const meant = domain.toLowerCase();
	if (DOMAINS.includes(meant)) return undefined;
	const near = DOMAINS.find((known) => isOneSlip(meant, known));
	return near && `${name}@${near}`;
}

/** Whether two words differ by one letter missing, added or changed, or by two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
	let from = 0;
	while (from < a.length && a[from] === b[from]) from++;
	let [endA, endB] = [a.length, b.length];
	while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
		endA--;
		endB--;
	}
	const [restA, restB] = [a.slice(from, endA), b.slice(from, endB)];
	if (restA.length <= 1 && restB.length <= 1) return true;
	return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
