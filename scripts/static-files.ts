/**
 * Writes what the Worker reads of its static files beside the widget: the texts of each language. And
 * `dist/version.txt`, which is in the bundle and changes whenever one of these files does: an isolate remembers what it
 * has read, so a change must make it a new one.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { findTexts } from '../worker/texts/index.ts';
import { toTextsPath } from '../worker/texts/load-texts.ts';
import { LANGUAGES } from '../worker/texts/texts.ts';

const version = createHash('sha256').update(readFileSync('dist/client/widget.js'));
mkdirSync('dist/client/texts', { recursive: true });
for (const language of LANGUAGES.filter((language) => language !== 'en')) {
	const texts = JSON.stringify(findTexts(language));
	version.update(texts);
	writeFileSync(`dist/client${toTextsPath(language)}`, texts);
}
writeFileSync('dist/version.txt', version.digest('hex').slice(0, 12));
