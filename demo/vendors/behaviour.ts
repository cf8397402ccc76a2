import * as z from 'zod';
import type { Sandbox } from './sandbox.ts';

/**
 * The modes every sandbox knows.
 * - `ok` answers as documented; `slow` does so after `delayMs`, or as soon as it is told to behave anew; `duplicate` refuses
 *   what it already holds.
 * - `401` `403` `429` `500` `503` refuse or fail; `empty` is a 200 without a body, `html` a 200 with a login page,
 *   `redirect` a 302 to such a page, `oversize` a 200 with two megabytes of JSON.
 * - `hang` never answers; `reset` reads the request and resets the connection.
 *
 * A misbehaving vendor stores nothing, unless `afterTaking` says that it stores first and fails then.
 */
export const MODES = [
	'ok',
	'slow',
	'duplicate',
	'401',
	'403',
	'429',
	'500',
	'503',
	'empty',
	'html',
	'redirect',
	'oversize',
	'hang',
	'reset',
] as const;

/** How a vendor behaves until told otherwise. */
export interface Manners {
	mode: string;
	/** `Retry-After` of a 429 or 503: seconds, or an HTTP date. */
	retryAfter?: string | undefined;
	/** Misbehaves for this many requests only, then `ok` again. */
	times?: number | undefined;
	/** Takes and stores the request first, then misbehaves. */
	afterTaking: boolean;
	/** `leads`: only requests that bring a lead; `all`: look-ups too. */
	scope: 'leads' | 'all';
	/** How long `slow` waits, in milliseconds. */
	delayMs: number;
	/** The vendor's own manners. */
	extras: Record<string, unknown>;
}

/** How long `slow` waits unless told otherwise, in milliseconds. */
export const SLOW_MS = 3000;

/** Reads `_behave` bodies of one sandbox. Each one replaces all manners; what it leaves out is back at its default. */
export function createMannersSchema(sandbox: Pick<Sandbox, 'extras' | 'faults'>) {
	const common = {
		mode: z
			.preprocess(
				(mode) => (typeof mode === 'number' ? String(mode) : mode),
				z.enum([...new Set([...MODES, ...Object.keys(sandbox.faults)])]),
			)
			.default('ok'),
		retryAfter: z.union([z.string().min(1), z.number().nonnegative().transform(String)]).optional(),
		times: z.int().positive().optional(),
		afterTaking: z.boolean().default(false),
		scope: z.enum(['leads', 'all']).default('leads'),
		delayMs: z.int().nonnegative().max(600_000).default(SLOW_MS),
	};
	return z.strictObject({ ...sandbox.extras, ...common }).transform((asked): Manners => {
		const { mode, retryAfter, times, afterTaking, scope, delayMs, ...extras } = asked as Omit<Manners, 'extras'>;
		return { mode, retryAfter, times, afterTaking, scope, delayMs, extras };
	});
}

/** Says how to misbehave on one request, and counts it against `times`. */
export function takeManners(manners: Manners, isLead: boolean): Manners {
	if (manners.mode === 'ok' || (manners.scope === 'leads' && !isLead)) return { ...manners, mode: 'ok' };
	const now = { ...manners };
	if (manners.times !== undefined && --manners.times === 0) {
		manners.mode = 'ok';
		manners.times = undefined;
	}
	return now;
}
