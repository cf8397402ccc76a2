import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toMachineNote } from './report.ts';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
const FOLDER = `${DOCS}performance/`;

/**
 * Puts figures between their marks (`<!-- name -->` and `<!-- /name -->`) in a page of docs/, and prints them. What
 * stands outside the marks is written by hand.
 * @param page the file's name in docs/
 * @param command what makes the figures again
 * @throws where the page has no such marks
 */
export function writeFigures(page: string, name: string, command: string, ...parts: readonly string[]): void {
	const text = [...parts, `Made by \`${command}\`. ${toMachineNote()}`].join('\n\n');
	const before = readFileSync(DOCS + page, 'utf8');
	const marks = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`);
	if (!marks.test(before)) throw new Error(`docs/${page} has no marks for ${name}: write <!-- ${name} --> and its end`);
	writeFileSync(
		DOCS + page,
		before.replace(marks, (_all, start: string, end: string) => `${start}\n${text}\n\n${end}`),
	);
	console.log(`\n${text}\n\nWritten to docs/${page}.`);
}

/** Writes a picture of docs/performance/ and gives the Markdown that shows it. */
export function writePicture(name: string, alternative: string, svg: string): string {
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(`${FOLDER}${name}.svg`, svg);
	return `![${alternative}](performance/${name}.svg)`;
}

/** Keeps what was measured for other benches: docs/performance/<name>.json. */
export function keepFigures(name: string, figures: object): void {
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(`${FOLDER}${name}.json`, `${JSON.stringify(figures, null, '\t')}\n`);
}

/** What another bench has kept; nothing where it has not run. */
export function readFigures<T>(name: string): T | undefined {
	try {
		return JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')) as T;
	} catch {
		return undefined;
	}
}
