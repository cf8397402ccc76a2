import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PICTURES = join(ROOT, 'docs/pictures');

/** All pictures together, in bytes: whoever clones the repository loads them. */
const BUDGET = 3 * 1024 * 1024;

const pictures = readdirSync(PICTURES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));

/** The pictures that the documents show, by their path from the root. */
function findShown(): string[] {
	const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name));
	return ['README.md', ...docs.filter((name) => name.endsWith('.md'))].flatMap((name) =>
		[...readFileSync(join(ROOT, name), 'utf8').matchAll(/!\[[^\]]*\]\(([^):]+)\)/g)].map(([, path]) =>
			join(dirname(name), path as string),
		),
	);
}

test('every picture the documents show is there', () => {
	const there = new Set(pictures.map((name) => join('docs/pictures', name)));
	const shown = findShown().filter((path) => path.startsWith('docs/pictures'));
	assert.ok(shown.length > 50, `${shown.length} pictures`);
	assert.deepEqual(
		shown.filter((path) => !there.has(path)),
		[],
	);
});

test('every picture of the gallery is shown in a document', () => {
	const shown = new Set(findShown());
	const gallery = pictures.filter((name) => name.startsWith('gallery/')).map((name) => join('docs/pictures', name));
	assert.deepEqual(
		gallery.filter((path) => !shown.has(path)),
		[],
	);
});

test('the pictures together stay small', () => {
	const bytes = pictures.reduce((sum, name) => sum + statSync(join(PICTURES, name)).size, 0);
	assert.ok(bytes <= BUDGET, `${relative(ROOT, PICTURES)} weighs ${bytes} bytes; the budget is ${BUDGET}`);
});
