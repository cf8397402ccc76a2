import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ConsoleProblem } from './console-problem.ts';

/**
 * Loads something for an element and tells it how that stands. Of several loads only the last one counts. What was there
 * stays until the next is: a list doesn't blink.
 */
export class Loader<T> implements ReactiveController {
	/** What was loaded last. */
	value: T | undefined;
	/** Why the last load failed; undefined where it did not. */
	problem: ConsoleProblem | undefined;
	/** Whether a load is under way. */
	loading = false;
	#turn = 0;
	readonly #host: ReactiveControllerHost;

	constructor(host: ReactiveControllerHost) {
		this.#host = host;
		host.addController(this);
	}

	hostConnected(): void {}

	/**
	 * Loads.
	 * @returns whether it succeeded and was not overtaken
	 */
	async run(load: () => Promise<T>): Promise<boolean> {
		const turn = ++this.#turn;
		this.loading = true;
		this.problem = undefined;
		this.#host.requestUpdate();
		try {
			const value = await load();
			if (turn === this.#turn) this.value = value;
		} catch (error) {
			if (!(error instanceof ConsoleProblem)) throw error;
			if (turn === this.#turn) this.problem = error;
		}
		if (turn !== this.#turn) return false;
		this.loading = false;
		this.#host.requestUpdate();
		return this.problem === undefined;
	}

	/** Forgets what was loaded. */
	clear(): void {
		this.#turn++;
		this.value = undefined;
		this.problem = undefined;
		this.loading = false;
		this.#host.requestUpdate();
	}
}
