import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** Subresource integrity of a file's bytes (W3C SRI §3.1): the hash a browser compares. */
export function toIntegrity(bytes: Uint8Array): string {
	return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

/** What a page pins of one build. */
export interface Pinned {
	/** The script's file name, its hash in it. */
	script: string;
	/** The script tag, for the Worker at an origin. */
	toTag: (origin: string) => string;
	/** An import map that pins the lazy parts, too, for the Worker at an origin. It has to stand before the script. */
	toImportMap: (origin: string) => string;
}

/**
 * Reads what a page pins of the build in `folder` (`dist/client/`).
 * @param hash which script, where the folder has several; the one that equals `widget.js` when absent
 */
export function readPinned(folder: URL, hash?: string): Pinned {
	const read = (name: string) => readFileSync(new URL(name, folder));
	const current = read('widget.js');
	const script = readdirSync(folder).find(
		(name) => /^widget-[0-9a-f]{8}\.js$/.test(name) && (hash ? name.includes(hash) : read(name).equals(current)),
	);
	if (!script) throw new Error('no pinned widget in the build: run "npm run build"');
	const parts = readdirSync(new URL('assets/', folder)).map((name) => `assets/${name}`);
	return {
		script,
		toTag: (origin) =>
			`<script type="module" async src="${origin}/${script}" integrity="${toIntegrity(read(script))}" crossorigin></script>`,
		toImportMap: (origin) => {
			const integrity = Object.fromEntries(parts.map((name) => [`${origin}/${name}`, toIntegrity(read(name))]));
			return `<script type="importmap">${JSON.stringify({ integrity })}</script>`;
		},
	};
}
