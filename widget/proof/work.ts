import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { WorkChallenge } from '../../contract/challenge.ts';

/** How long a device may be at it, in milliseconds: ten times what an old phone takes. */
const TIMEOUT_MS = 60_000;

/**
 * Solves a proof of work. A lazy part, for sites that want one.
 *
 * It needs no Web Worker, which a page's policy may forbid and another origin's script can't be: the browser computes
 * PBKDF2 on threads of its own (Web Cryptography API §18.4.4), and this thread only asks for the next try.
 * @returns the ALTCHA payload; nothing where it could not be solved, as on pages without https
 */
export async function solveWork(challenge: WorkChallenge): Promise<string | undefined> {
	const solution = await solveChallenge({ challenge, deriveKey, timeout: TIMEOUT_MS }).catch(() => null);
	return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined;
}
