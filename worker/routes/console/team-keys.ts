import { sendRequest } from '../../outbox/send-request.ts';

/** A public key as Access publishes it: a JWK (RFC 7517) with its id. */
export interface TeamKey extends JsonWebKey {
	kid: string;
}

/** How long keys count as current, in milliseconds. Access makes a new one every six weeks and takes the last one for 7 days more. */
export const KEYS_MAX_AGE_MS = 10 * 60_000;

/** How long after one answer, in milliseconds, no token gets the keys asked for again: made-up key ids cost nothing to send. */
export const KEYS_PAUSE_MS = 30_000;

/** Longest time an answer may take, in milliseconds: an operator waits for it. */
const KEYS_TIMEOUT_MS = 5000;

/** Where a team's keys are, on its own domain. */
const KEYS_PATH = '/cdn-cgi/access/certs';

/** A team's keys could not be had. Its message names no token. */
export class TeamKeysUnreachable extends Error {
	override name = 'TeamKeysUnreachable';
}

/**
 * The public keys of one team, kept for ten minutes. A key id that is not among them gets them asked for once more, for
 * Access rotates its keys, but not sooner than 30 s after the last answer, good or bad.
 */
export class TeamKeys {
	readonly #read: () => Promise<TeamKey[]>;
	#keys = new Map<string, TeamKey>();
	/** When the question was put that `#keys` answers; milliseconds since 1970, as all times here. */
	#askedAt = Number.NEGATIVE_INFINITY;
	#answeredAt = Number.NEGATIVE_INFINITY;

	/** @param read asks for the keys; throws when they can't be had */
	constructor(read: () => Promise<TeamKey[]>) {
		this.#read = read;
	}

	/**
	 * The key of this id; undefined where the team has none.
	 * @param now milliseconds since 1970
	 * @throws {TeamKeysUnreachable} where the keys are not current and can't be had: nobody is let in by old ones
	 */
	async find(kid: string, now: number): Promise<TeamKey | undefined> {
		const current = now - this.#askedAt < KEYS_MAX_AGE_MS;
		if (!current || (!this.#keys.has(kid) && now - this.#answeredAt >= KEYS_PAUSE_MS)) await this.#renew(now);
		return this.#keys.get(kid);
	}

	/**
	 * Requests that come while an answer is awaited ask for themselves: in this runtime one request must not wait for
	 * what another began, which may be cut off with it.
	 */
	async #renew(now: number): Promise<void> {
		try {
			const keys = await this.#read();
			// An answer that another one, asked for later, has overtaken is the older one.
			if (now < this.#askedAt) return;
			this.#askedAt = now;
			this.#keys = new Map(keys.map((key) => [key.kid, key]));
		} finally {
			this.#answeredAt = Math.max(this.#answeredAt, now);
		}
	}
}

/**
 * Asks a team for its keys. Redirects are not followed, and 512 KB at most are read.
 * @param issuer the team's origin
 * @throws {TeamKeysUnreachable}
 */
export async function readTeamKeys(issuer: string): Promise<TeamKey[]> {
	const request = { method: 'GET', url: `${issuer}${KEYS_PATH}`, headers: { accept: 'application/json' } } as const;
	const answer = await sendRequest(request, KEYS_TIMEOUT_MS, {});
	if ('reason' in answer) throw new TeamKeysUnreachable(answer.reason);
	const keys = answer.status === 200 && !answer.truncated ? parseKeys(answer.text) : undefined;
	if (!keys) throw new TeamKeysUnreachable(`HTTP ${answer.status}, and not a set of keys`);
	return keys;
}

/** The keys of a JWK Set (RFC 7517 §5) that have an id; undefined where the text is none. Pure. */
export function parseKeys(text: string): TeamKey[] | undefined {
	try {
		const { keys } = JSON.parse(text) as { keys: unknown };
		return Array.isArray(keys) ? keys.filter((key): key is TeamKey => typeof key?.kid === 'string') : undefined;
	} catch {
		return undefined;
	}
}
