import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../docs/delivery/', import.meta.url));
const PAGE = fileURLToPath(new URL('../../docs/delivery.md', import.meta.url));

/** Cells of a table; numbers are set to the right. */
export type Row = readonly (string | number)[];

/** Writes rows as a Markdown table. */
export function toTable(head: readonly string[], rows: readonly Row[]): string {
	const right = head.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number'));
	const line = (cells: readonly (string | number)[]) => `| ${cells.map((cell) => format(cell)).join(' | ')} |`;
	return [line(head), line(right.map((is) => (is ? '--:' : '---'))), ...rows.map(line)].join('\n');
}

function format(cell: string | number): string {
	return typeof cell === 'number' ? cell.toLocaleString('en-US') : cell.replaceAll('|', '\\|');
}

/** What the figures were taken on. No date: the figures are of this version of the code. */
export function toMachineNote(): string {
	const path = createRequire(createRequire(import.meta.url).resolve('wrangler')).resolve('workerd/package.json');
	const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
	const cores = cpus();
	return `Taken with workerd ${version} on ${cores.length} shared cores (${cores[0]?.model.trim() ?? process.arch}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}.`;
}

/**
 * Writes a page of docs/delivery/, puts it (or its first part, where the mark says `first`) between its marks in
 * docs/delivery.md, and prints it.
 * @param command what makes it again
 */
export function writeReport(name: string, title: string, command: string, ...parts: readonly string[]): void {
	const origin = `Made by \`${command}\`. ${toMachineNote()}`;
	const text = [`# ${title}`, origin, ...parts].join('\n\n');
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(`${FOLDER}${name}.md`, `${text}\n`);
	const page = readFileSync(PAGE, 'utf8');
	const marks = new RegExp(`(<!-- ${name}: (all|first) -->\\n)[^]*?(<!-- /${name} -->)`);
	writeFileSync(
		PAGE,
		page.replace(marks, (_all, start: string, much: string, end: string) => {
			const shown = much === 'all' ? parts : parts.slice(0, 1);
			return `${start}\n${[...shown, origin].join('\n\n')}\n\n${end}`;
		}),
	);
	console.log(`\n${text}\n\nWritten to docs/delivery/${name}.md.`);
}
