/** Every naughty string in every field, through the door's own code and each vendor's adapter. Over HTTP: test/e2e. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { suite, test } from 'node:test';
import { CONTEXT_FIELDS, FIELDS } from '../../../contract/field.ts';
import type { Lead } from '../../../contract/lead.ts';
import { LINE_MAX_LENGTH } from '../../../contract/limits.ts';
import { readPath, writePath } from '../../../contract/path.ts';
import { ISSUE_CODES } from '../../../contract/problem.ts';
import { toModeCall, VENDOR_MODES, type VendorMode } from '../../../scripts/vendor-modes.ts';
import { findForm } from '../../../worker/form/form-cache.ts';
import { parseAnswers, parseLead } from '../../../worker/intake/parse-lead.ts';
import { defineSite } from '../../../worker/site/define-site.ts';
import { keptOfLine, keptOfText, NAUGHTY_STRINGS } from '../../support/naughty-strings.ts';
import { TEXTS_ENV } from '../../support/texts-env.ts';
import { findLost } from '../vendors/carried.ts';
import { SANDBOX_SCHEMAS } from '../vendors/sandbox-schemas.ts';

const NOW = Date.UTC(2026, 0, 15, 10, 20, 30);
const PATHS = [...FIELDS, ...CONTEXT_FIELDS].filter((path) => path !== 'consent');

const toForm = (mode: VendorMode) =>
	findForm(
		defineSite({
			id: mode.id,
			name: mode.title,
			origins: ['https://www.example.com'],
			language: mode.language,
			country: mode.country,
			currency: mode.currency,
			timeZone: mode.timeZone,
			deliverTo: [mode.destination],
			form: { mode: 'contact', consent: [] },
		}),
		TEXTS_ENV,
	);

/** A listing each vendor's pages would name. */
const REFERENCES: Record<string, string> = { easybroker: 'EB-AB1234', maxwork: '129991025-5' };

/** A lead that is fine everywhere, with more in it as wished. */
function toInput(mode: VendorMode, more: Record<string, unknown> = {}): Record<string, unknown> {
	const reference = REFERENCES[mode.destination.vendor.name];
	const input = {
		id: randomUUID(),
		name: 'Ana Silva',
		email: 'ana@example.com',
		phone: '+351 912 345 678',
		intent: [mode.intent],
		...(reference && { listing: { reference } }),
	};
	for (const [path, value] of Object.entries(more)) writePath(input, path, value);
	return input;
}

const webhook = VENDOR_MODES.find(({ id }) => id === 'webhook') as VendorMode;
const form = await toForm(webhook);

/** Where a visitor or a page may write what it likes. */
const FREE = PATHS.filter((path) => parseLead(toInput(webhook, { [path]: 'some words' }), form, NOW).ok);
/** Where only some shapes are taken: options, numbers, dates, codes, addresses, phones. */
const BOUND = PATHS.filter((path) => !FREE.includes(path));

const kept = (path: string, typed: string) => (path === 'message' ? keptOfText(typed) : keptOfLine(typed));

test('there is something to try: more than 500 strings, in more than 30 free fields and as many bound ones', () => {
	assert.ok(NAUGHTY_STRINGS.length > 500, String(NAUGHTY_STRINGS.length));
	assert.ok(FREE.length > 30 && FREE.includes('wishes.pets') && FREE.includes('attribution.utm_term'), String(FREE));
	assert.ok(BOUND.length > 30 && BOUND.includes('email') && BOUND.includes('phone'), String(BOUND));
});

test('a free field takes every string and keeps it as the written rule says, or refuses it for its length', () => {
	for (const path of FREE) {
		for (const typed of NAUGHTY_STRINGS) {
			const parsed = parseLead(toInput(webhook, { [path]: typed }), form, NOW);
			if (typed.length > LINE_MAX_LENGTH && !parsed.ok) {
				assert.deepEqual(parsed.issues, [{ field: path, code: 'too_long' }]);
				continue;
			}
			assert.ok(parsed.ok, `${path}: ${JSON.stringify(typed)}`);
			assert.equal(readPath(parsed.lead, path) ?? '', kept(path, typed), path);
		}
	}
});

test('a bound field refuses what it can’t take with its name and a code, and changes nothing else', () => {
	for (const path of BOUND) {
		for (const typed of NAUGHTY_STRINGS) {
			const parsed = parseLead(toInput(webhook, { [path]: typed }), form, NOW);
			if (parsed.ok) {
				const lead = readPath(parsed.lead, path);
				assert.ok([keptOfLine(typed), undefined].includes(lead as string), `${path}: ${JSON.stringify(typed)}`);
				if (lead === undefined) assert.equal(keptOfLine(typed), '', path);
				continue;
			}
			for (const { field, code } of parsed.issues) {
				assert.ok(field === path || field.startsWith(`${path}.`), `${path}: ${field}`);
				assert.ok(ISSUE_CODES.includes(code));
			}
		}
	}
});

test('a field nobody knows is refused, whatever it is called', () => {
	for (const name of NAUGHTY_STRINGS) {
		const input = JSON.parse(JSON.stringify(toInput(webhook)).replace(/^\{/, () => `{${JSON.stringify(name)}:"x",`));
		if (name === 'title' || name === 'name') continue;
		const parsed = parseLead(input, form, NOW);
		assert.deepEqual(parsed, { ok: false, issues: [{ field: name, code: 'unknown_field' }] });
	}
});

test('further answers are read by the same rule', () => {
	for (const typed of NAUGHTY_STRINGS) {
		if (typed.length > LINE_MAX_LENGTH) continue;
		const parsed = parseAnswers({ message: typed, wishes: { place: typed } }, form);
		assert.ok(parsed.ok);
		assert.equal(parsed.answers.message ?? '', keptOfText(typed));
		assert.equal(parsed.answers.wishes?.place ?? '', keptOfLine(typed));
	}
});

test('addresses before an @ are taken as typed where they are legal, and refused as addresses where not', () => {
	const input = (email: string) => parseLead(toInput(webhook, { email }), form, NOW);
	for (const typed of NAUGHTY_STRINGS) {
		const parsed = input(`${typed}@example.com`);
		if (parsed.ok) assert.equal(parsed.lead.email, keptOfLine(`${typed}@example.com`));
		else assert.ok(parsed.issues.every(({ field }) => field === 'email'));
	}
	for (const legal of [
		'ana+casa@example.com',
		"o'hara@example.com",
		'josé@bücher.example',
		'ana@xn--bcher-kva.example',
		'用户@例子.中国',
		'a@b.co',
		'!#$%&*/=?^_`{|}~-@example.com',
		`${'a'.repeat(64)}@example.com`,
	]) {
		const parsed = input(legal);
		assert.ok(parsed.ok && parsed.lead.email === legal, legal);
	}
	// A quoted local part is legal (RFC 5321 §4.1.2), but browsers refuse it too, and no vendor takes it.
	for (const other of ['"ana silva"@example.com', 'ana@example.com,eva@example.com', 'Ana <ana@example.com>', 'ana@b'])
		assert.deepEqual(input(other), { ok: false, issues: [{ field: 'email', code: 'invalid_email' }] });
});

suite('every string in every free field, at every vendor', () => {
	for (const mode of VENDOR_MODES) {
		test(`${mode.title}: the payload is the vendor’s, and what was typed is in it`, async () => {
			const form = await toForm(mode);
			const call = toModeCall(mode, NOW);
			for (const [i, typed] of NAUGHTY_STRINGS.entries()) {
				if (typed.length > LINE_MAX_LENGTH) continue;
				const paths = FREE.filter((path) => path !== 'listing.reference' && path !== 'title');
				// Either one box for the name, or two; a name that nothing is left of is none.
				const names = i % 2 ? ['name'] : ['firstName', 'lastName'];
				const named = paths
					.filter((path) => !/^(name|firstName|lastName)$/.test(path))
					.concat(keptOfLine(typed) ? (names as typeof paths) : []);
				const parsed = parseLead(toInput(mode, Object.fromEntries(named.map((path) => [path, typed]))), form, NOW);
				assert.ok(parsed.ok, `${JSON.stringify(typed)}: ${JSON.stringify(parsed)}`);
				const lead = JSON.parse(JSON.stringify(parsed.lead)) as Lead;
				for (const path of named) assert.equal(readPath(lead, path) ?? '', kept(path, typed), path);
				const body = JSON.parse(mode.destination.vendor.toRequest(lead, call).body as string) as object;
				assert.deepEqual(SANDBOX_SCHEMAS[mode.id]?.safeParse(body).error?.issues ?? [], [], JSON.stringify(typed));
				assert.deepEqual(findLost(mode, lead, body), [], JSON.stringify(typed));
			}
		});
	}
});
