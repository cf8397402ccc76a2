import type { Plugin } from 'vite';

/** Lit's own modules. */
const LIT = /node_modules\/(@lit|lit)/;

/** What Lit looks up on `window` for polyfills of browsers older than our oldest, and for pages rendered on a server. */
const HOOKS = /\b\w+\.\w+(Polyfill|Hydrate)Support\b/g;

/** What Lit asks a browser before it shares sheets between shadow roots. Ours are constructed, so where it can't, nothing runs. */
const SHARES_SHEETS = /\w\.ShadowRoot&&[^;]*?CSSStyleSheet\.prototype/;

/** The globals in which Lit notes its version, for a warning that only its development build gives. */
const GLOBALS = /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\w.-]+"\)/g;

/**
 * Takes needless blanks and comments out of what no minifier looks into: the style sheets in `*.styles.ts` and the
 * templates, which are template literals, and notes to bundlers in the finished code. Strings inside the sheets hold no
 * run of blanks, and where a template breaks its line between tags and expressions the blank means nothing, so nothing is
 * harmed: where one is meant, the template has it within a line. Out of Lit go the hooks and globals that nobody uses.
 */
export function shrink(): Plugin {
	return {
		name: 'doorstep-shrink',
		apply: 'build',
		transform(code, id) {
			if (LIT.test(id)) return code.replace(HOOKS, '(void 0)').replace(SHARES_SHEETS, '!0').replace(GLOBALS, '0');
			if (!id.endsWith('.styles.ts')) return null;
			return code.replace(/= `([^`]*)`/g, (_, sheet: string) => `= \`${shrinkSheet(sheet)}\``);
		},
		generateBundle(_, bundle) {
			for (const file of Object.values(bundle)) {
				if (file.type !== 'chunk') continue;
				// Between tags and expressions no blank is needed, and each would be a node; between words and tags one is.
				const tight = file.code.replace(/(?<=[>}])\n\t+(?=<|\$\{)/g, '').replace(/\n\t+/g, ' ');
				file.code = tight.replaceAll('/* @__PURE__ */', '').trim();
			}
		},
	};
}

function shrinkSheet(sheet: string): string {
	return sheet
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/\s+/g, ' ')
		.replace(/ ?([{};,>]) ?/g, '$1')
		.replace(/(?<=[{;][\w-]+): /g, ':')
		.replace(/(?<=[ (,:-])0\./g, '.')
		.replace(/;}/g, '}')
		.trim();
}
