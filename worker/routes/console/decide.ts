import * as z from 'zod/mini';
import type { ProblemCode } from '../../../contract/problem.ts';
import { log } from '../../log.ts';
import type { DeskResult, DeskStub } from '../../outbox/desk/protocol.ts';
import { askDesk } from './ask-desk.ts';
import type { ConsoleContext } from './context.ts';
import { readAddress } from './leads.ts';
import { readInput } from './read-input.ts';
import { Refusal } from './refusal.ts';

const CODES: Record<Extract<DeskResult, { ok: false }>['refusal'], ProblemCode> = {
	unknown: 'unknown_delivery',
	wrong_state: 'wrong_state',
	erased: 'lead_erased',
	confirm_required: 'confirm_required',
	under_way: 'under_way',
	no_destination: 'no_destination',
};

const nothing = z.strictObject({});
const confirmation = z.strictObject({ confirm: z.optional(z.enum(['replay-delivered'])) });

/** `POST …/leads/:site/:number/replay`: starts a parked lead afresh; a delivered one only when asked twice. */
export async function replayLead(c: ConsoleContext): Promise<Response> {
	const { confirm } = await readInput(c, confirmation);
	return decide(c, 'replay', (desk, number) => desk.replay(number, confirm === 'replay-delivered', c.var.who));
}

/** `POST …/leads/:site/:number/release`: sends a held lead on its way. */
export async function releaseLead(c: ConsoleContext): Promise<Response> {
	await readInput(c, nothing);
	return decide(c, 'release', (desk, number) => desk.release(number, c.var.who));
}

/** `POST …/leads/:site/:number/discard`: ends a held or parked lead, erases it, and keeps its trace. */
export async function discardLead(c: ConsoleContext): Promise<Response> {
	await readInput(c, nothing);
	return decide(c, 'discard', (desk, number) => desk.discard(number, c.var.who));
}

async function decide(
	c: ConsoleContext,
	action: string,
	ask: (desk: DeskStub, number: number) => Promise<DeskResult>,
): Promise<Response> {
	const { site, outbox, number } = readAddress(c);
	const result = await askDesk(c, outbox, (desk) => ask(desk, number));
	if (!result.ok) throw new Refusal(CODES[result.refusal]);
	log('console', { site, code: action, state: result.state });
	return c.json({ number, state: result.state });
}
