import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listenOnLocalhost } from '../../demo/http/listen.ts';
import { readBody } from '../../demo/http/read-body.ts';
import { createWorkerd } from '../../test/support/workerd.ts';
import { BENCH_WORKER } from '../support/bench-worker.ts';
import { startVendors } from '../support/vendors.ts';
import type { PageFile } from './build-peer.ts';
import type { Contestant } from './contestants.ts';
import { HOSTILE_STYLES, PAGE_STYLES, type PageVariant, renderListingPage, toStrictPolicy } from './listing-page.ts';
import { PEER_SOURCES } from './peers-folder.ts';
import { toBrotli } from './weigh.ts';

/** One answered request. */
export interface Hit {
	to: 'page' | 'worker';
	method: string;
	path: string;
	status: number;
	/** Bytes of the body as sent. */
	bytes: number;
	/** What was posted. */
	body: string;
}

/** Listing pages on one origin, and the Worker behind a stand-in for the edge on another. */
export interface Bench {
	pageUrl: string;
	workerUrl: string;
	/** The address of a contestant's page. */
	urlOf: (contestant: Contestant, variant?: PageVariant, policy?: 'strict' | 'typed') => string;
	/** Every request since the start, in the order of their answers. */
	hits: Hit[];
	close: () => Promise<void>;
}

const ASSETS = fileURLToPath(new URL('../../dist/client/assets/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2',
};

/** How long the sink of the other contestants' leads takes to answer, in milliseconds: as long as a far server. */
const SINK_MS = 400;

/** The origin that the bench's sites allow. Free ports make another one each run. */
const SITE_ORIGIN = 'https://bench.example';

/**
 * Starts the pages and the real Worker on bare workerd, each on a free port. Both answer packed with brotli, each body
 * packed once; static files come from the build, as Cloudflare serves them before the Worker.
 * @param contestants with the files that their pages load
 */
export async function serveBench(contestants: ReadonlyMap<Contestant, readonly PageFile[]>): Promise<Bench> {
	// As they are now: the Worker carries the widget of this very build inside.
	const assets = new Map(readdirSync(ASSETS).map((name) => [`/assets/${name}`, readFileSync(ASSETS + name)]));
	const vendors = await startVendors();
	const workerd = await createWorkerd(vendors.url, { folder: BENCH_WORKER, main: 'browser.ts' });
	await workerd.start();
	const byId = new Map([...contestants].map(([contestant, files]) => [contestant.id, { contestant, files }]));
	const hits: Hit[] = [];
	const packed = new Map<string, Buffer>();
	const styles: Readonly<Record<string, string>> = {
		'/page.css': PAGE_STYLES,
		'/hostile.css': HOSTILE_STYLES,
		'/form.css': readFileSync(`${PEER_SOURCES}form.css`, 'utf8'),
	};

	/** Answers, and notes it. */
	function send(to: Hit['to'], request: IncomingMessage, response: ServerResponse, answer: Answer, body = ''): void {
		const packs = answer.body.length > 0 && !/^(image\/(png|webp)|font)/.test(answer.headers['content-type'] ?? '');
		const bytes = packs ? pack(answer.body) : answer.body;
		hits.push({
			to,
			method: request.method ?? '',
			path: request.url ?? '',
			status: answer.status,
			bytes: bytes.length,
			body,
		});
		response.writeHead(answer.status, {
			...answer.headers,
			...(packs && { 'content-encoding': 'br' }),
			...(answer.status !== 304 && answer.status !== 204 && { 'content-length': bytes.length }),
		});
		response.end(bytes);
	}

	function pack(body: Uint8Array): Buffer {
		const key = Buffer.from(body).toString('latin1');
		const known = packed.get(key) ?? toBrotli(body);
		packed.set(key, known);
		return known;
	}

	/** The edge: static files as they are, all else by the Worker. */
	async function answerAsEdge(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname } = new URL(request.url ?? '/', workerd.url);
		const asset = assets.get(pathname);
		if (asset) {
			const headers = {
				'content-type': 'text/javascript',
				'access-control-allow-origin': '*',
				'cache-control': 'public, max-age=31536000, immutable',
			};
			return send('worker', request, response, { status: 200, headers, body: asset });
		}
		const body = await readBody(request);
		const { origin } = request.headers;
		const answer = await fetch(workerd.url + request.url, {
			method: request.method ?? 'GET',
			redirect: 'manual',
			headers: { ...toForwarded(request), ...(origin && { origin: SITE_ORIGIN }) },
			...(body && { body }),
		});
		const headers = Object.fromEntries(answer.headers);
		delete headers['content-length'];
		delete headers['transfer-encoding'];
		if (headers['access-control-allow-origin'] === SITE_ORIGIN) headers['access-control-allow-origin'] = origin ?? '';
		send(
			'worker',
			request,
			response,
			{ status: answer.status, headers, body: new Uint8Array(await answer.arrayBuffer()) },
			body,
		);
	}

	async function answerAsPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
		const answer = (type: string, body: Uint8Array, headers: Record<string, string> = {}, posted = '') =>
			send(
				'page',
				request,
				response,
				{ status: 200, headers: { 'content-type': type, 'cache-control': 'no-store', ...headers }, body },
				posted,
			);
		if (request.method === 'POST') {
			const posted = await readBody(request);
			setTimeout(() => answer('application/json', Buffer.from('{"ok":true}'), {}, posted), SINK_MS);
			return;
		}
		const style = styles[pathname];
		if (style !== undefined) return answer('text/css', Buffer.from(style));
		const [, what, id = '', name = ''] = pathname.split('/');
		const found = byId.get(id);
		if (what === 'page' && found) {
			const variant = JSON.parse(searchParams.get('variant') ?? '{}') as PageVariant;
			const policy = searchParams.get('policy');
			const text = renderListingPage(found.contestant, found.files, workerUrl, variant);
			return answer('text/html; charset=utf-8', Buffer.from(text), {
				...(policy && { 'content-security-policy': toPolicy(policy, workerUrl) }),
			});
		}
		const file = found?.files.find((one) => one.name === name);
		if (what === 'files' && file) return answer(TYPES[extname(name)] ?? 'application/octet-stream', file.bytes);
		response.writeHead(404).end();
	}

	const edge = await listen(answerAsEdge);
	const page = await listen(answerAsPage);
	const workerUrl = edge.url;
	return {
		pageUrl: page.url,
		workerUrl,
		urlOf: ({ id }, variant = {}, policy) => {
			const query = new URLSearchParams({ variant: JSON.stringify(variant), ...(policy && { policy }) });
			return `${page.url}/page/${id}?${query}`;
		},
		hits,
		async close() {
			page.close();
			edge.close();
			await workerd.remove();
			await vendors.close();
		},
	};
}

interface Answer {
	status: number;
	headers: Record<string, string>;
	body: Uint8Array;
}

/** What the browser said of itself, but for what belongs to the connection: a Worker that hears less takes it for a program. */
function toForwarded({ headers }: IncomingMessage): Record<string, string> {
	const own = /^(host|connection|content-length|transfer-encoding|accept-encoding|keep-alive)$/;
	return Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) => (own.test(name) ? [] : [[name, String(value)]])),
	);
}

/** The strict policy; `typed` asks for Trusted Types too. */
function toPolicy(policy: string, workerUrl: string): string {
	const strict = toStrictPolicy(workerUrl);
	return policy === 'typed' ? `${strict}; require-trusted-types-for 'script'` : strict;
}

/** Listens on a free port of this machine. */
async function listen(
	answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<{ url: string; close: () => void }> {
	const { port, servers } = await listenOnLocalhost(0, (request, response) => {
		answer(request, response).catch((error: Error) => response.writeHead(502).end(error.message));
	});
	return {
		url: `http://127.0.0.1:${port}`,
		close: () => {
			for (const server of servers) {
				server.close();
				server.closeAllConnections();
			}
		},
	};
}
