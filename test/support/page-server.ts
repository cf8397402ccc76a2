import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { listenOnLocalhost } from '../../demo/http/listen.ts';

const require = createRequire(import.meta.url);
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8' };

/** What is answered at one address. */
export interface ServedPage {
	body: string;
	/** Response headers beside the content type. */
	headers?: Record<string, string>;
}

/** A host's web server, on an origin of its own. */
export interface PageServer {
	/** `http://localhost:<port>` */
	url: string;
	/** What is served, by path. A path that ends in `.js` is a script, all others are HTML. Read at every request. */
	pages: Map<string, ServedPage>;
	close: () => void;
}

/** The source of a file of an installed package, such as `vue/dist/vue.esm-browser.js`. */
export function readPackage(path: string): string {
	return readFileSync(require.resolve(path), 'utf8');
}

/** Serves pages on a free port of this machine. */
export async function startPageServer(): Promise<PageServer> {
	const pages = new Map<string, ServedPage>();
	const { port, servers } = await listenOnLocalhost(0, (request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const page = pages.get(pathname);
		// Browsers ask for an icon by themselves; its absence would be an error in the console.
		if (!page) return void response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
		response.writeHead(200, {
			'content-type': TYPES[extname(pathname)] ?? 'text/html; charset=utf-8',
			...page.headers,
		});
		response.end(page.body);
	});
	return {
		url: `http://localhost:${port}`,
		pages,
		close() {
			for (const server of servers) {
				server.close();
				server.closeAllConnections();
			}
		},
	};
}
