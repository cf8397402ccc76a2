import type { Issue } from '../../../contract/problem.ts';
import type { DeskStub } from '../../outbox/desk/protocol.ts';
import type { Site } from '../../site/define-site.ts';
import { callOutbox } from '../call-outbox.ts';
import type { ConsoleContext } from './context.ts';
import { Refusal } from './refusal.ts';

/**
 * The site of this id.
 * @throws {Refusal} `unknown_site`
 */
export function findSite(c: ConsoleContext, id: string): Site {
	const site = c.var.registry.get(id);
	if (!site) throw new Refusal('unknown_site');
	return site;
}

/**
 * Refuses a destination the site has never heard of, so that a typing error doesn't read like an empty list.
 * @throws {Refusal} `invalid_query`
 */
export function checkOption(field: string, value: string | undefined, options: readonly string[]): void {
	const issues: Issue[] = [{ field, code: 'not_an_option' }];
	if (value !== undefined && !options.includes(value)) throw new Refusal('invalid_query', issues);
}

/**
 * Asks the operator's side of an outbox.
 * @param name the outbox's name
 * @throws {Refusal} `outbox_unavailable` where it can't be reached
 */
export async function askDesk<T>(c: ConsoleContext, name: string, ask: (desk: DeskStub) => Promise<T>): Promise<T> {
	const answer = await callOutbox(c.env, name, async (outbox) => ({ value: await ask(outbox.desk(name)) }));
	if (!answer) throw new Refusal('outbox_unavailable');
	return answer.value;
}
