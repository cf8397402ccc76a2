/**
 * Writes `docs/vendors.md`: which value of a lead goes where at which vendor, told by the adapters themselves.
 * `node scripts/vendor-table.ts` writes it, `node scripts/vendor-table.ts --check` says whether it is current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CONTEXT_FIELDS, FIELDS } from '../contract/field.ts';
import type { Lead } from '../contract/lead.ts';
import { readPath } from '../contract/path.ts';
import { en } from '../worker/texts/en.ts';
import { UnsendableLead } from '../worker/vendors/unsendable-lead.ts';
import { toLeadFor, withoutPath } from './full-lead.ts';
import { toModeCall, VENDOR_MODES, type VendorMode } from './vendor-modes.ts';

const PAGE = fileURLToPath(new URL('../docs/vendors.md', import.meta.url));
const NOW = Date.UTC(2026, 0, 15, 10, 20, 31);

/** Members that hold the vendor's free text, and with it the details block. */
const FREE_TEXTS = ['Message', 'Notes', 'notes', 'content', 'message', 'data.summary'];

/** What a form asks of everybody, before any vendor has a say. */
const ALWAYS_ASKED = new Set(['name', 'firstName', 'lastName', 'email', 'phone', 'message']);

/** A payload apart: what stands in members of its own, and the free text. */
function toParts(lead: Lead, mode: VendorMode): { members: string; lines: string[] } {
	let body: object;
	try {
		body = JSON.parse(mode.destination.vendor.toRequest(lead, toModeCall(mode, NOW)).body as string) as object;
	} catch (error) {
		// A value without which nothing can be sent has a field of its own.
		if (error instanceof UnsendableLead) return { members: '', lines: [] };
		throw error;
	}
	const free = FREE_TEXTS.map((path) => readPath(body, path)).filter((text) => typeof text === 'string');
	const members = Object.fromEntries(Object.entries(body).filter(([name]) => !FREE_TEXTS.includes(name)));
	// The webhook's summary is inside its data.
	const data = (members as { data?: { lead?: unknown } }).data;
	return { members: JSON.stringify(data?.lead ?? members), lines: free.flatMap((text) => text.split('\n')) };
}

/**
 * Where a value goes: into a field, if taking it out of the lead changes one, or if no row of the details block speaks
 * for it (that nothing is lost, a test proves).
 */
export function toCell(path: string, mode: VendorMode): 'field' | 'block' | 'field + block' {
	const lead = toLeadFor(path, mode);
	const whole = toParts(lead, mode);
	const without = toParts(withoutPath(lead, path), mode);
	if (path === 'message') return whole.lines.includes(lead.message ?? '') ? 'field' : 'block';
	const label = (toModeCall(mode, NOW).context.texts.labels as Record<string, string>)[path] as string;
	const own = mode.destination.vendor.name === 'webhook';
	const inBlock = !own && whole.lines.some((line) => line.startsWith(`${label}:`) || line.startsWith(`${label} (`));
	const inField = whole.members !== without.members || !inBlock;
	return inField && inBlock ? 'field + block' : inField ? 'field' : 'block';
}

/** Whether the vendor's form asks for it in `qualify` mode without being told. */
function isAsked(path: string, { destination }: VendorMode): boolean {
	const { required, anyOf, asks } = destination.vendor.fields(destination.settings);
	return ALWAYS_ASKED.has(path) || ([...required, ...anyOf.flat(), ...asks] as string[]).includes(path);
}

function toTable(paths: readonly string[], asked: boolean): string {
	const labels = en.labels as Record<string, string>;
	const rows = paths.map((path) => {
		const cells = VENDOR_MODES.map((mode) => {
			const cell = toCell(path, mode);
			return asked && !isAsked(path, mode) ? `*not asked* (${cell})` : cell;
		});
		return `| ${labels[path]} \`${path}\` | ${cells.join(' | ')} |`;
	});
	return [
		`| | ${VENDOR_MODES.map(({ title }) => title).join(' | ')} |`,
		`|---|${VENDOR_MODES.map(() => '---|').join('')}`,
		...rows,
	].join('\n');
}

/** The whole page. */
export function toVendorPage(): string {
	return `# What arrives where

<!-- Written by scripts/vendor-table.ts from the adapters themselves. Don't edit it by hand: run that script. -->

Every value of a lead, at every vendor, in every mode that makes a difference:

- **field**: in a field of the vendor's own.
- **field + block**: in a field, and in its original form in the *details block* under the visitor's message, because the
  field holds it in another form: converted, shortened, rounded, or one of several.
- **block**: the vendor has no field for it, so it stands in the details block: one line, with its label, in the site's
  language.
- ***not asked***: the form doesn't ask for it at this vendor unless the site says so (\`form.ask\`). Where it is asked, it
  goes where the word in brackets says.

There is no hole: what a visitor types is always in one of the two places. A test makes leads by the thousand and looks
for every value of each.

How each vendor is set up, and which field exactly: [Maxwork](vendors/maxwork.md), [Propexo](vendors/propexo.md),
[Lofty](vendors/lofty.md), [EasyBroker](vendors/easybroker.md), [Apimo](vendors/apimo.md),
[webhook](vendors/webhook.md).

## What the visitor says

${toTable(FIELDS, true)}

## What comes with it

The page, the browser and the site say this; nobody is asked. Where a vendor's text would pass 2,000 characters, the lines
about the campaign, the language and the listing (but not its reference) give way first. What the visitor said and the
consents never do.

${toTable(CONTEXT_FIELDS, false)}
`;
}

if (import.meta.main) {
	const page = toVendorPage();
	if (!process.argv.includes('--check')) writeFileSync(PAGE, page);
	else if (readFileSync(PAGE, 'utf8') !== page) {
		console.error('docs/vendors.md is not current. Run "node scripts/vendor-table.ts".');
		process.exitCode = 1;
	}
}
