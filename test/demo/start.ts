import { after, before, beforeEach } from 'node:test';
import type { InboxEntry } from '../../demo/inbox.ts';
import { createPortal, type Portal } from '../../demo/portal.ts';

/** A portal of the test's own, on a free port, with what the tests of one vendor need. */
export interface Bench {
	readonly portal: Portal;
	/** Asks one vendor: `ask('/contact_requests', { json: {…}, headers: {…} })`. */
	ask(path: string, options?: AskOptions): Promise<Answer>;
	/** Tells the vendor how to behave. */
	behave(manners: object): Promise<Answer>;
	/** What the inbox has of this vendor. */
	inbox(): Promise<InboxEntry[]>;
	/** What the vendor holds. */
	held(): Promise<unknown[]>;
}

interface AskOptions {
	method?: string;
	headers?: Record<string, string>;
	/** Sent as JSON. */
	json?: unknown;
	/** Sent as it stands. */
	text?: string;
	signal?: AbortSignal;
}

/** An answer with its body read: `json` where it is JSON. */
export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	// biome-ignore lint/suspicious/noExplicitAny: a test says by its assertions what it expects
	json: any;
}

/** Starts a portal for the tests of a file, and empties it before each of them. */
export function startPortal(vendor = 'easybroker'): Bench {
	let portal: Portal;
	before(async () => {
		portal = await createPortal({ port: 0, workerUrl: 'http://localhost:9' });
	});
	beforeEach(async () => {
		await fetch(`${portal.url}/inbox.json`, { method: 'DELETE' });
		await bench.behave({});
	});
	after(() => portal.close());

	const bench: Bench = {
		get portal() {
			return portal;
		},
		ask: (path, { json, text, headers, ...rest } = {}) =>
			read(
				fetch(`${portal.vendorsUrl}/${vendor}${path}`, {
					method: json === undefined && text === undefined ? 'GET' : 'POST',
					redirect: 'manual',
					...rest,
					headers: { ...(json !== undefined && { 'Content-Type': 'application/json' }), ...headers },
					...(json !== undefined && { body: JSON.stringify(json) }),
					...(text !== undefined && { body: text }),
				}),
			),
		behave: (manners) => bench.ask('/_behave', { json: manners }),
		inbox: async () => (await fetch(`${portal.url}/inbox.json?vendor=${vendor}`)).json() as Promise<InboxEntry[]>,
		held: async () => (await bench.ask('/_leads')).json,
	};
	return bench;
}

/** Reads a whole answer. */
export async function read(response: Response | Promise<Response>): Promise<Answer> {
	const answer = await response;
	const text = await answer.text();
	return { status: answer.status, headers: answer.headers, text, json: parse(text) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
