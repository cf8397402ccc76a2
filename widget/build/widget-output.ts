import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** The string literal in `widget/index.ts` for which the Worker puts a site's form, quotes and all. */
const PLACEHOLDER = '__DOORSTEP_FORM__';

/** Response headers of the static files, in the format of Cloudflare's static assets. Pages of any origin load them. */
const HEADERS = `/*
  Strict-Transport-Security: max-age=31536000
/assets/*
  Cache-Control: public, max-age=31536000, immutable
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
/widget.js
  Cache-Control: public, max-age=300, stale-while-revalidate=86400
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
/widget-*
  Cache-Control: public, max-age=31536000, immutable
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
/console/*
  Cache-Control: no-cache
  X-Content-Type-Options: nosniff
  Cross-Origin-Resource-Policy: same-origin
/embed/*
  Cache-Control: public, max-age=300, stale-while-revalidate=86400
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
/openapi.json
  Access-Control-Allow-Origin: *
`;

/**
 * Makes the widget's output what the Worker counts on, or fails the build:
 * - one entry without static imports: one response, then a typeable form;
 * - lazy chunks share no code, and are one request each; one that imported the entry would run a second copy of it beside `/:site.js`;
 * - the placeholder stands exactly once, in double quotes;
 * - `_headers` for the static files;
 * - the same widget once more under a name with its hash, for pages that pin it.
 * @param entry the entry's file name
 */
export function widgetOutput(entry: string): Plugin {
	return {
		name: 'doorstep-widget-output',
		apply: 'build',
		generateBundle(_, bundle) {
			const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
			const widget = chunks.find(({ fileName }) => fileName === entry);
			if (!widget) return this.error(`${entry} is missing from the build.`);
			if (widget.imports.length) return this.error(`${entry} imports ${widget.imports}; it has to come in one piece.`);
			for (const chunk of chunks) {
				if (chunk.imports.length) {
					return this.error(
						`${chunk.fileName} imports ${chunk.imports}; lazy parts share no code, so that each is one request.`,
					);
				}
				if (chunk.dynamicImports.includes(entry)) {
					return this.error(`${chunk.fileName} imports ${entry}; give it what it needs by argument.`);
				}
			}
			const literal = new RegExp(`(["'\`])${PLACEHOLDER}\\1`, 'g');
			const count = widget.code.split(PLACEHOLDER).length - 1;
			if (count !== 1 || widget.code.match(literal)?.length !== 1) {
				return this.error(
					`${PLACEHOLDER} stands ${count} times in ${entry}, or not as a plain string; it has to be one.`,
				);
			}
			const text = widget.code.replace(literal, `"${PLACEHOLDER}"`);
			widget.code = text;
			this.emitFile({ type: 'asset', fileName: '_headers', source: HEADERS });
			const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
			this.emitFile({ type: 'asset', fileName: `widget-${hash}.js`, source: text });
		},
	};
}
