import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const read = (path: string) => readFileSync(require.resolve(path), 'utf8');

/** The worst a theme does: every element reset, with force. */
const HEAVY_RESET = `* { all: revert; margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: content-box !important;
	background: none !important; color: #7a0 !important; font: italic 11px/1 "Courier New" !important; outline: none !important;
	letter-spacing: 3px !important; text-transform: uppercase !important; text-align: right !important }
	button, input, textarea, label { display: none !important; width: 3px !important; height: 3px !important; opacity: 0 !important }
	doorstep-form { width: auto }`;

/** Pages of strangers, each with its own styles. */
export const HOST_PAGES: Readonly<Record<string, string>> = {
	plain: '',
	reset: HEAVY_RESET,
	bootstrap: read('bootstrap/dist/css/bootstrap.min.css'),
	tailwind: `${read('tailwindcss/preflight.css')} body { font-family: ui-sans-serif, system-ui; padding: 2rem }`,
	dark: ':root { color-scheme: dark } body { background: #15171a; color: #e8e6e1; font: 17px/1.6 Georgia, serif; padding: 2rem }',
};

/**
 * Serves the pages, each at `/<name>`, with the form of a site in it.
 * @param workerUrl where the site's script comes from
 */
export async function serveHostPages(workerUrl: string): Promise<{ url: string; server: Server }> {
	const server = createServer((request, response) => {
		const name = new URL(request.url ?? '/', 'http://x').pathname.slice(1);
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(`<!doctype html><html lang="es"><meta name="viewport" content="width=device-width"><title>${name}</title>
<style>${HOST_PAGES[name] ?? ''}</style>
<h1 class="sample">Casa en la colina</h1><p class="sample">Tres recámaras, <a class="sample" href="#">ver plano</a>.</p>
<button class="sample">Guardar</button><input class="sample" value="buscar">
<script type="module" async src="${workerUrl}/sol.js"></script>
<doorstep-form listing="EB-AB1234"></doorstep-form>`);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://localhost:${(server.address() as { port: number }).port}`, server };
}
