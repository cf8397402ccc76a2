/** Says how far a long run is, now and then. */
export class Progress {
	readonly #started = Date.now();
	readonly #what: string;
	readonly #total: number;
	#saidAt = 0;

	/** @param estimate how long it should take, in words */
	constructor(what: string, total: number, estimate: string) {
		this.#what = what;
		this.#total = total;
		console.error(`${what}: ${total.toLocaleString('en-US')} to go, about ${estimate}.`);
	}

	/** @param more what else is worth saying */
	at(done: number, more = ''): void {
		const now = Date.now();
		if (now - this.#saidAt < 5000 && done < this.#total) return;
		this.#saidAt = now;
		const passed = (now - this.#started) / 1000;
		const left = done > 0 ? Math.round((passed / done) * (this.#total - done)) : undefined;
		const time = `${Math.round(passed)} s${left === undefined ? '' : `, ${left} s left`}`;
		console.error(`${this.#what}: ${done} of ${this.#total} (${time})${more && `; ${more}`}`);
	}
}
