import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** Every link of a page to a file of ours, with its text and its place below the root. */
function linksOf(page: string): { text: string; path: string; anchor: string }[] {
	return [...read(page).matchAll(/\[([^\]]+)\]\((?!https?:)([^)#]*)(#[^)]*)?\)/g)].map(
		([, text = '', to = '', anchor = '']) => ({
			text: text.replace(/^`(.*)`$/, '$1'),
			path: new URL(to || '.', new URL(page, 'file:///')).pathname.slice(1) || page,
			anchor,
		}),
	);
}

const isSource = (path: string) => /\.(ts|toml)$/.test(path);

/** A heading's anchor, as GitHub makes it. */
const toAnchor = (heading: string) =>
	`#${heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} -]/gu, '')
		.replaceAll(' ', '-')}`;

for (const page of ['docs/security.md', 'SECURITY.md']) {
	test(`every file, test title and line that ${page} points to exists`, () => {
		const links = linksOf(page);
		assert.ok(links.length > 10);
		for (const { text, path, anchor } of links) {
			assert.ok(existsSync(new URL(path, ROOT)), `${page} links ${path}, which is not there`);
			if (isSource(path)) assert.ok(read(path).includes(text), `${path} has no “${text}” any more: mend ${page}`);
			if (anchor === '') continue;
			const headings = [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => toAnchor(heading));
			assert.ok(headings.includes(anchor), `${path} has no heading ${anchor}: mend ${page}`);
		}
	});
}

test('a link to a test bears the title of one of its tests', () => {
	for (const { text, path } of linksOf('docs/security.md').filter(({ path }) => /\.test\.ts$/.test(path))) {
		const titles = [...read(path).matchAll(/\b(?:test|it)\(\s*(['`"])(.+?)\1/g)].map(([, , title = '']) => title);
		assert.ok(
			titles.some((title) => title.includes(text)),
			`${path} has no test “${text}”`,
		);
	}
});

test('every item of the API Top 10 and every chapter of the ASVS is answered, with evidence where it is said to be met', () => {
	const rows = read('docs/security.md')
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
	for (let item = 1; item <= 10; item++)
		assert.equal(rows.filter(([name]) => name?.startsWith(`API${item} `)).length, 1);
	const chapters = [...read('docs/security.md').matchAll(/^### V(\d+) /gm)].map(([, chapter]) => Number(chapter));
	assert.deepEqual(
		chapters,
		Array.from({ length: 17 }, (_, i) => i + 1),
	);
	for (const [name = '', state = '', how = '', where = ''] of rows.filter(
		([first]) => !/^(Item|Requirement)$/.test(first ?? ''),
	)) {
		assert.match(state, /^(met|partly|not met|operator|platform|n\/a)$/, name);
		assert.ok(state !== 'met' || /\]\(/.test(how + where), `${name} is said to be met, and nothing shows it`);
		assert.ok(state === 'met' || how !== '', `${name} is not met, and nothing says why`);
	}
});
