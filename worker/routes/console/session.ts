import type { ConsoleSession } from '../../../contract/console.ts';
import { askDoorkeeper } from './authenticate.ts';
import type { ConsoleContext } from './context.ts';
import { Refusal } from './refusal.ts';

/** `GET /v1/console/session`: who is signed in, `{who, by}`. */
export function readSession(c: ConsoleContext): Response {
	const session: ConsoleSession = { who: c.var.who, by: c.var.by };
	return c.json(session);
}

/** `GET /v1/console/refusals`: `{days}`, the wrong tokens of the last 90 days that had any, newest first. */
export async function listRefusals(c: ConsoleContext): Promise<Response> {
	const days = await askDoorkeeper(c.env, (doorkeeper) => doorkeeper.refusals());
	if (!days) throw new Refusal('outbox_unavailable');
	return c.json({ days });
}
