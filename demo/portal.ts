import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { streamInbox } from './http/event-stream.ts';
import { listenOnLocalhost } from './http/listen.ts';
import { toSecurityHeaders } from './http/security-headers.ts';
import { sendJson, sendText } from './http/send.ts';
import { Inbox } from './inbox.ts';
import { LISTINGS } from './listings/index.ts';
import { renderFramed } from './pages/framed-page.ts';
import { renderInbox } from './pages/inbox-page.ts';
import { renderIndex } from './pages/index-page.ts';
import { renderListing } from './pages/listing-page.ts';
import { toAppearance } from './pages/listing-snippet.ts';
import { renderMessage } from './pages/message-page.ts';
import { PICTURES } from './photos/index.ts';
import { createSandboxes } from './vendors/index.ts';
import { createSandboxServer } from './vendors/serve-sandbox.ts';

/** How a portal is started. */
export interface PortalOptions {
	/** Default 8788; 0 takes a free one. */
	port?: number;
	/** Where the Worker answers. Default `http://localhost:8787`. */
	workerUrl?: string;
}

/** A portal that answers. */
export interface Portal {
	/** `http://localhost:<port>` */
	url: string;
	/** Where the sandboxes are: what the Worker's `VENDORS_URL` is set to. */
	vendorsUrl: string;
	inbox: Inbox;
	/** Ends it at once, hanging requests too. */
	close(): Promise<void>;
}

const HTML = 'text/html; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
};

/**
 * Starts the demo's property portal: listing pages, the inbox, and the vendors' sandboxes under `/vendors/`.
 * @throws {PortTakenError} when another process has the port
 */
export async function createPortal(options: PortalOptions = {}): Promise<Portal> {
	const workerUrl = options.workerUrl ?? 'http://localhost:8787';
	const inbox = new Inbox();
	const ending = new AbortController();
	const vendors = new Map(
		createSandboxes().map((sandbox) => [sandbox.name, createSandboxServer(sandbox, inbox, ending.signal)]),
	);
	const security = toSecurityHeaders(workerUrl);
	const drawn = new Map<string, string>();

	async function answer(request: IncomingMessage, response: ServerResponse) {
		const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
		const { pathname } = url;

		const vendorPath = /^\/vendors\/([^/]+)(\/.*)$/.exec(pathname);
		if (vendorPath) {
			const vendor = vendors.get(vendorPath[1] as string);
			if (vendor) return vendor.serve(request, response, vendorPath[2] as string, url);
			return sendJson(response, 404, { error: `No such vendor. There are ${[...vendors.keys()].join(', ')}.` });
		}
		if (pathname === '/inbox.json') return answerInbox(request, response, url.searchParams.get('vendor'));

		if (request.method !== 'GET' && request.method !== 'HEAD') {
			return sendJson(response, 405, { error: 'Pages are read with GET.' }, { Allow: 'GET, HEAD' });
		}
		if (pathname === '/inbox/events') return streamInbox(response, inbox);

		const picture = /^\/photos\/([a-z-]+)\.svg$/.exec(pathname)?.[1];
		if (picture !== undefined && PICTURES[picture]) {
			const text = drawn.get(picture) ?? PICTURES[picture]();
			drawn.set(picture, text);
			return sendText(response, 200, TYPES['.svg'] as string, text, security);
		}
		const asset = /^\/assets\/([a-z-]+\.(?:css|js|svg))$/.exec(pathname)?.[1];
		if (asset !== undefined) {
			const text = await readFile(new URL(`./assets/${asset}`, import.meta.url), 'utf8').catch(() => undefined);
			if (text !== undefined) return sendText(response, 200, TYPES[extname(asset)] as string, text, security);
		}
		const page = renderPage(url);
		if (page !== undefined) return sendText(response, 200, HTML, page, security);
		const message = renderMessage('Nothing here', 'This portal has no page at that address.');
		return sendText(response, 404, HTML, message, security);
	}

	function renderPage({ pathname, origin, searchParams }: URL): string | undefined {
		if (pathname === '/') return renderIndex(LISTINGS);
		if (pathname === '/inbox') return renderInbox([...vendors.keys()], LISTINGS[0]?.path ?? '/');
		const framed = LISTINGS.find(({ site }) => `/framed/${site}` === pathname);
		if (framed) return renderFramed(framed, workerUrl);
		const listing = LISTINGS.find(({ path }) => path === pathname);
		return listing && renderListing(listing, origin, workerUrl, toAppearance(searchParams.get('appearance')));
	}

	function answerInbox(request: IncomingMessage, response: ServerResponse, vendor: string | null) {
		const open = { 'Access-Control-Allow-Origin': '*' };
		if (request.method === 'GET' || request.method === 'HEAD') {
			return sendJson(response, 200, inbox.list(vendor ?? undefined), open);
		}
		if (request.method !== 'DELETE') {
			return sendJson(response, 405, { error: 'GET it, or DELETE to empty it.' }, { Allow: 'GET, HEAD, DELETE' });
		}
		inbox.clear();
		for (const sandbox of vendors.values()) sandbox.clear();
		response.writeHead(204).end();
	}

	const { port, servers } = await listenOnLocalhost(options.port ?? 8788, (request, response) => {
		answer(request, response).catch((error: unknown) => {
			// A client that went away is no news; all else is a fault of the portal, and is said.
			if (response.destroyed || request.destroyed) return;
			console.error(`The portal failed on ${request.method} ${request.url?.split('?')[0]}:`, error);
			if (!response.headersSent) sendJson(response, 500, { error: 'The portal itself failed; its console says why.' });
			else response.destroy();
		});
	});
	const url = `http://localhost:${port}`;
	return {
		url,
		vendorsUrl: `${url}/vendors`,
		inbox,
		async close() {
			ending.abort();
			await Promise.all(
				servers.map((server) => {
					const closed = new Promise<void>((resolve) => server.close(() => resolve()));
					server.closeAllConnections();
					return closed;
				}),
			);
		},
	};
}
