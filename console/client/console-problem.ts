import type { Problem } from '../../contract/problem.ts';

/** What the console's codes are named where the API itself could not be heard. */
export type ConsoleCode = Problem['code'] | 'unreachable';

/** Thrown where the API refuses a call, or can't be reached. The message says what to do. */
export class ConsoleProblem extends Error {
	override name = 'ConsoleProblem';
	readonly code: ConsoleCode;
	/** How long to wait before the next try, in seconds; undefined where nothing is said. */
	readonly retryAfter: number | undefined;

	constructor(code: ConsoleCode, message: string, retryAfter?: number) {
		super(message);
		this.code = code;
		this.retryAfter = retryAfter;
	}
}

/** Reads a refusal of the API; whatever else stands in the way of it (a proxy, a sign-in page) is told as such. */
export async function readProblem(response: Response): Promise<ConsoleProblem> {
	const wait = Number(response.headers.get('retry-after')) || undefined;
	try {
		const { code, title, detail, issues } = (await response.json()) as Problem;
		const fields = issues?.map(({ field }) => field).join(', ');
		return new ConsoleProblem(code, `${title}. ${detail}${fields ? ` Look at: ${fields}.` : ''}`, wait);
	} catch {
		return new ConsoleProblem(
			'unreachable',
			`Something else than Doorstep answered (status ${response.status}). Load the page again.`,
			wait,
		);
	}
}
