import type { Challenge } from '../../contract/challenge.ts';
import type { Proof } from '../../contract/lead.ts';
import { CHALLENGE_TIMEOUT_MS, PROOF_TIMEOUT_MS } from './time-limits.ts';
import { setTrap } from './trap.ts';

/**
 * Gathers what speaks for a site's visitor being a person: asks the Worker at the first touch what it wants, and has it
 * ready by the time the form is sent. Never keeps a lead from going out: what can't be had in time is left out.
 */
export class Prover {
	#siteUrl: string;
	#form: HTMLElement | undefined;
	#trap: HTMLInputElement | undefined;
	/** What is ready so far of the proof in the making. */
	#ready: Proof = {};
	#making: Promise<void> | undefined;

	/** @param siteUrl the address below which everything of the site is */
	constructor(siteUrl: string) {
		this.#siteUrl = siteUrl;
	}

	/** Begins for the visitor of a form, and anew once a proof was shown; again and again it changes nothing. */
	begin(form: HTMLElement): void {
		this.#form = form;
		this.#trap = setTrap(form);
		this.#make();
	}

	/** What there is to show; waited for as long as a visitor can be asked to. */
	async prove(): Promise<Proof> {
		await Promise.race([this.#make(), new Promise((resolve) => setTimeout(resolve, PROOF_TIMEOUT_MS))]);
		const trap = this.#trap?.value;
		return { ...this.#ready, ...(trap && { trap: trap.slice(0, 200) }) };
	}

	/** The proof was shown, and counts for one lead only: the next gets another. */
	renew(): void {
		this.#making = undefined;
	}

	#make(): Promise<void> {
		const ready: Proof = {};
		if (!this.#making) this.#ready = ready;
		this.#making ??= this.#gather(ready);
		return this.#making;
	}

	async #gather(ready: Proof): Promise<void> {
		try {
			const signal = AbortSignal.timeout(CHALLENGE_TIMEOUT_MS);
			const response = await fetch(`${this.#siteUrl}/challenge`, { credentials: 'omit', signal });
			const { stamp, work, turnstile }: Challenge = response.ok ? await response.json() : {};
			Object.assign(ready, stamp && { stamp });
			await Promise.all([
				work && import('../proof/work.ts').then(async (part) => put('solution', await part.solveWork(work))),
				turnstile &&
					import('../proof/turnstile.ts').then(async (part) => {
						if (this.#form) put('turnstile', await part.getToken(turnstile, this.#form));
					}),
			]);
		} catch {
			// The network is away, or the Worker is older than this: the next lead asks again.
			this.renew();
		}
		function put(name: 'solution' | 'turnstile', value: string | undefined): void {
			if (value) ready[name] = value;
		}
	}
}

const provers = new Map<string, Prover>();

/** The one prover of a site on this page. */
export function proverOf(siteUrl: string): Prover {
	const prover = provers.get(siteUrl) ?? new Prover(siteUrl);
	provers.set(siteUrl, prover);
	return prover;
}
