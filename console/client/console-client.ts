import { ConsoleProblem, readProblem } from './console-problem.ts';

/** Where the operator's API is, on the page's own origin. */
const API = '/v1/console';

/** A file the API gave, with the name it goes by. */
export interface Download {
	blob: Blob;
	name: string;
}

/**
 * Calls the operator's API. The token goes into a header and nowhere else: never into an address, which is kept in
 * histories and logs. Without one, Cloudflare Access has to vouch for the caller.
 */
export class ConsoleClient {
	readonly #token: string | undefined;
	readonly #onUnauthorized: () => void;

	/** @param onUnauthorized called when the API no longer takes the token */
	constructor(token: string | undefined, onUnauthorized: () => void = () => {}) {
		this.#token = token;
		this.#onUnauthorized = onUnauthorized;
	}

	/**
	 * Reads from the API.
	 * @throws {ConsoleProblem}
	 */
	async get<T>(path: string): Promise<T> {
		return (await this.#call(path)).json() as Promise<T>;
	}

	/**
	 * Has the API do something.
	 * @throws {ConsoleProblem}
	 */
	async post<T>(path: string, body: object = {}): Promise<T> {
		return (await this.#call(path, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<T>;
	}

	/**
	 * Reads a file whole: one that breaks off is told, not kept.
	 * @throws {ConsoleProblem}
	 */
	async download(path: string): Promise<Download> {
		const response = await this.#call(path);
		const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'leads';
		try {
			return { blob: await response.blob(), name };
		} catch {
			throw new ConsoleProblem('unreachable', 'The file broke off on its way. Try again.');
		}
	}

	async #call(path: string, init: RequestInit = {}): Promise<Response> {
		const headers = this.#token ? { authorization: `Bearer ${this.#token}` } : undefined;
		let response: Response;
		try {
			// A redirect is somebody's sign-in page, not an answer.
			response = await fetch(API + path, { ...init, redirect: 'error', ...(headers && { headers }) });
		} catch {
			throw new ConsoleProblem(
				'unreachable',
				'Doorstep could not be reached. Look at the network; if it is there, load the page again.',
			);
		}
		if (response.ok) return response;
		const problem = await readProblem(response);
		if (problem.code === 'unauthorized') this.#onUnauthorized();
		throw problem;
	}
}
