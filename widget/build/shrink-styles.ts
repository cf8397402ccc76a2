import type { Plugin } from 'vite';

/**
 * Takes comments and needless blanks out of the style sheets in `*.styles.ts`, which no minifier looks into: they are
 * template literals. Strings inside the sheets hold no run of blanks, so none is harmed.
 */
export function shrinkStyles(): Plugin {
	return {
		name: 'doorstep-shrink-styles',
		apply: 'build',
		transform(code, id) {
			if (!id.endsWith('.styles.ts')) return null;
			return code.replace(/css`([^`]*)`/g, (_, sheet: string) => `css\`${shrink(sheet)}\``);
		},
	};
}

function shrink(sheet: string): string {
	return sheet
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/\s+/g, ' ')
		.replace(/ ?([{};,>]) ?/g, '$1')
		.replace(/(?<=[{;][\w-]+): /g, ':')
		.replace(/;}/g, '}')
		.trim();
}
