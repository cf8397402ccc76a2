import type { Plugin } from 'vite';

/**
 * Takes needless blanks and comments out of what no minifier looks into: the style sheets in `*.styles.ts` and the
 * templates, which are template literals, and notes to bundlers in the finished code. Strings inside the sheets hold no
 * run of blanks, and where a template breaks its line between tags the blank means nothing, so nothing is harmed.
 */
export function shrink(): Plugin {
	return {
		name: 'doorstep-shrink',
		apply: 'build',
		transform(code, id) {
			if (!id.endsWith('.styles.ts')) return null;
			return code.replace(
				/(= |css)`([^`]*)`/g,
				(_, start: string, sheet: string) => `${start}\`${shrinkSheet(sheet)}\``,
			);
		},
		generateBundle(_, bundle) {
			for (const file of Object.values(bundle)) {
				if (file.type !== 'chunk') continue;
				// Between two tags no blank is needed, and each would be a node; between words and tags one is.
				const tight = file.code.replace(/>\n\t+</g, '><').replace(/\n\t+/g, ' ');
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
