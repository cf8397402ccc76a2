import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { phoneMetadata } from '../../../widget/build/phone-metadata.ts';

const WIDGET = fileURLToPath(new URL('../../../widget/', import.meta.url));

/** A part of the card that only the other version has, by which tests tell whose definition stands. */
export const OTHER_PART = 'other-version';

/**
 * Builds the widget as another version of it would be: other bytes, other names inside, lazy parts of its own, and one
 * thing that shows.
 * @param form the site's form as JSON, to stand inside
 * @returns the files by their name; the script is `sol.js`, its lazy parts are beside it
 */
export async function buildOtherVersion(form: string): Promise<Map<string, string>> {
	const folder = mkdtempSync(join(tmpdir(), 'doorstep-version-'));
	try {
		await build({
			configFile: false,
			logLevel: 'error',
			publicDir: false,
			base: './',
			plugins: [
				phoneMetadata(),
				{
					name: 'other-version',
					transform: (code, id) =>
						id.endsWith('/doorstep-form.ts') ? code.replace('part="card"', `part="card ${OTHER_PART}"`) : null,
				},
			],
			build: {
				outDir: folder,
				emptyOutDir: true,
				minify: false,
				lib: { entry: { sol: join(WIDGET, 'index.ts') }, formats: ['es'] },
				rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' } },
			},
		});
		const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
		const files = new Map(names.map((name) => [basename(name), readFileSync(join(folder, name), 'utf8')]));
		const script = files.get('sol.js') ?? '';
		const filled = script.replace(/"__DOORSTEP_FORM__"/, () => form);
		if (filled === script || !script.includes(OTHER_PART)) throw new Error('the other version was not built as meant');
		return files.set('sol.js', filled);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
