import * as z from 'zod/mini';
import type { ConsoleErasure } from '../../../contract/console.ts';
import { normalizePhone } from '../../intake/normalize-phone.ts';
import { log } from '../../log.ts';
import type { DeskContinuation, Person } from '../../outbox/desk/protocol.ts';
import type { Site } from '../../site/define-site.ts';
import { toOutboxNames } from '../../site/shards.ts';
import { askDesk, findSite } from './ask-desk.ts';
import type { ConsoleContext } from './context.ts';
import { readInput } from './read-input.ts';
import { Refusal } from './refusal.ts';

const input = z.strictObject({
	site: z.string(),
	email: z.optional(z.string().check(z.trim(), z.regex(/^[^@\s]+@[^@\s]+$/))),
	phone: z.optional(z.string()),
});

/**
 * `POST /v1/console/erase`: erases a person at one site, or at all (`"*"`), by e-mail or phone or both, and answers
 * which deliveries that were: `{erased, sites}`. Safe to repeat.
 */
export async function erasePerson(c: ConsoleContext): Promise<Response> {
	const { site, email, phone } = await readInput(c, input);
	if (email === undefined && phone === undefined) {
		throw new Refusal('invalid_query', [
			{ field: 'email', code: 'contact_required' },
			{ field: 'phone', code: 'contact_required' },
		]);
	}
	const asked = site === '*' ? [...c.var.registry.all()] : [findSite(c, site)];
	// A number without its country is a different one at each site.
	const number = phone === undefined ? undefined : normalizePhone(phone, site === '*' ? '' : (asked[0]?.country ?? ''));
	if (phone !== undefined && number === undefined) {
		throw new Refusal('invalid_query', [{ field: 'phone', code: 'impossible_phone' }]);
	}
	const person = { ...(email !== undefined && { email }), ...(number !== undefined && { phone: number }) };
	const sites: ConsoleErasure[] = [];
	for (const one of asked) sites.push(await eraseAt(c, one, person));
	const touched = sites.filter(({ numbers }) => numbers.length > 0);
	return c.json({ erased: touched.reduce((sum, { numbers }) => sum + numbers.length, 0), sites: touched });
}

async function eraseAt(c: ConsoleContext, site: Site, person: Person): Promise<ConsoleErasure> {
	const erasure: ConsoleErasure = { site: site.id, numbers: [], delivered: [], underWay: [] };
	for (const name of toOutboxNames(site)) await eraseFrom(c, name, person, erasure);
	log('console', { site: site.id, code: 'erase' });
	return erasure;
}

/** Erases a person from one outbox, and adds what was done to the erasure. */
async function eraseFrom(c: ConsoleContext, name: string, person: Person, erasure: ConsoleErasure): Promise<void> {
	let next: DeskContinuation | undefined;
	do {
		const continued = next;
		const part = await askDesk(c, name, (desk) => desk.erase(person, c.var.who, continued));
		erasure.numbers.push(...part.numbers);
		erasure.delivered.push(...part.delivered);
		erasure.underWay.push(...part.underWay);
		next = part.next;
	} while (next);
}
