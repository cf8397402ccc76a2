/**
 * Writes `THIRD-PARTY.md`: the packages in the widget and the Worker, with their licences in full, which most of them ask for.
 * `node scripts/third-party.ts` writes it, `--check` says whether it is current.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isShipped, type LockedPackage, readLock } from './lock-file.ts';

const PAGE = fileURLToPath(new URL('../THIRD-PARTY.md', import.meta.url));

/** Licences that ask for nothing but their own words: what is shipped may be under one of these. */
const SHIPPABLE = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense', 'CC0-1.0']);

/** Beside them, what may build and test but is in nothing that is handed on: weak copyleft binds who passes it on. */
const USABLE = new Set([...SHIPPABLE, 'MPL-2.0', 'LGPL-3.0-or-later']);

/** Packages whose package.json names no licence, with the one their Readme gives. */
const UNNAMED: Record<string, string> = { 'only@0.0.2': 'MIT' };

/** The licence of a package as an SPDX expression; undefined where nobody knows. */
export function licenceOf({ name, version, license }: LockedPackage): string | undefined {
	return license ?? UNNAMED[`${name}@${version}`];
}

/**
 * Whether a package may be used as it is used here: every part of an `AND`, and one of an `OR`, is on the list.
 * Expressions with both and without brackets are read as SPDX does: `AND` binds first.
 */
export function isLicenceAllowed(locked: LockedPackage): boolean {
	const allowed = isShipped(locked) ? SHIPPABLE : USABLE;
	const expression = licenceOf(locked)?.replace(/^\((.*)\)$/, '$1') ?? '';
	return expression.split(' OR ').some((one) => one.split(' AND ').every((name) => allowed.has(name)));
}

/** The page's text. */
export function toThirdPartyPage(lock: readonly LockedPackage[]): string {
	const shipped = lock.filter(isShipped).sort((a, b) => (a.name < b.name ? -1 : 1));
	const rows = shipped.map((one) => `| ${one.name} | ${one.version} | ${licenceOf(one)} |`);
	const texts = shipped.map((one) => `## ${one.name} ${one.version}\n\n${readLicence(one)}`);
	return `# Third parties

What the widget and the Worker are made of beside our own code, and under which licences. Written by
\`node scripts/third-party.ts\` from package-lock.json; the same as a bill of materials (CycloneDX) is \`dist/sbom.cdx.json\`,
written by the build. Tools that only build and test are in neither.

| Package | Version | Licence |
|---|---|---|
${rows.join('\n')}

${texts.join('\n\n')}
`;
}

/** The text a package brings; where it brings none, what its package.json says of its author. */
function readLicence(locked: LockedPackage): string {
	const folder = new URL(`../${locked.path}/`, import.meta.url);
	const files = readdirSync(folder).filter((file) => /^licen[cs]e(\.(md|txt))?$/i.test(file));
	const texts = files.map((file) => readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n').trim());
	if (texts.length > 0) return texts.map((text) => `\`\`\`text\n${text}\n\`\`\``).join('\n\n');
	const { author, repository } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
	const who = typeof author === 'string' ? author : author?.name;
	const where = typeof repository === 'string' ? repository : repository?.url;
	return `${licenceOf(locked)}, by ${who ?? 'its authors'} (${where ?? 'npm'}). The package brings no text of its licence.`;
}

if (import.meta.main) {
	const page = toThirdPartyPage(readLock());
	if (!process.argv.includes('--check')) writeFileSync(PAGE, page);
	else if (readFileSync(PAGE, 'utf8') !== page) {
		console.error('THIRD-PARTY.md is not current: run "node scripts/third-party.ts" and commit it');
		process.exit(1);
	}
}
