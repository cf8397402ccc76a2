import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * Cloudflare's siteverify as its page documents it (https://developers.cloudflare.com/turnstile/get-started/server-side-validation/
 * and …/troubleshooting/testing/): tokens are good once, again only under the same idempotency key, and the dummy
 * secrets answer the same to every token.
 */
export interface Siteverify {
	url: string;
	/** The secret it knows beside the dummies. */
	secret: string;
	/** What it was asked, oldest first. */
	asked: { secret: string; response: string; idempotency_key?: string }[];
	/** Makes a token as Turnstile's widget on a page would. */
	mint: (hostname: string, action: string) => string;
	/** How it behaves: as documented, answering 500 with HTML, or not at all. */
	behaviour: 'documented' | 'broken' | 'silent';
	close: () => Promise<void>;
}

const PASSES = '1x0000000000000000000000000000000AA';
const FAILS = '2x0000000000000000000000000000000AA';
const SPENT = '3x0000000000000000000000000000000AA';

/** Starts it on a free port of this machine. */
export async function startSiteverify(): Promise<Siteverify> {
	const tokens = new Map<string, { hostname: string; action: string; key?: string | undefined }>();
	const siteverify: Siteverify = {
		url: '',
		secret: '0x4AAAAAAAsecretOfTheTests',
		asked: [],
		mint(hostname, action) {
			const token = `0.${randomUUID()}`;
			tokens.set(token, { hostname, action });
			return token;
		},
		behaviour: 'documented',
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	const server = createServer((request, response) => void serve(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as { port: number };
	siteverify.url = `http://127.0.0.1:${port}/turnstile/v0/siteverify`;
	return siteverify;

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		let text = '';
		for await (const chunk of request) text += chunk;
		if (siteverify.behaviour === 'silent') return;
		if (siteverify.behaviour === 'broken') {
			response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Internal error</h1>');
			return;
		}
		const asked = JSON.parse(text) as Siteverify['asked'][number];
		siteverify.asked.push(asked);
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(judge(asked)));
	}

	function judge({ secret, response, idempotency_key: key }: Siteverify['asked'][number]): object {
		const fails = (code: string) => ({ success: false, 'error-codes': [code] });
		const passes = (hostname: string, action?: string) => ({
			success: true,
			'error-codes': [],
			challenge_ts: '2026-11-21T12:00:00.000Z',
			hostname,
			...(action !== undefined && { action }),
			cdata: '',
		});
		if (secret === PASSES) return passes('example.com');
		if (secret === FAILS) return fails('invalid-input-response');
		if (secret === SPENT) return fails('timeout-or-duplicate');
		if (secret !== siteverify.secret) return fails('invalid-input-secret');
		const token = tokens.get(response);
		if (!token) return fails('invalid-input-response');
		if (token.key !== undefined && token.key !== key) return fails('timeout-or-duplicate');
		token.key = key ?? '';
		return passes(token.hostname, token.action);
	}
}
