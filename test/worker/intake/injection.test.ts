/** Nothing a visitor types becomes a header, a line, a row, a formula or another request, at any sink. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { FIELDS } from '../../../contract/field.ts';
import type { Lead } from '../../../contract/lead.ts';
import { LINE_MAX_LENGTH } from '../../../contract/limits.ts';
import { writePath } from '../../../contract/path.ts';
import { toModeCall, VENDOR_MODES } from '../../../scripts/vendor-modes.ts';
import { cleanValues } from '../../../worker/intake/clean-text.ts';
import { toCell } from '../../../worker/routes/console/csv.ts';
import { findTexts } from '../../../worker/texts/index.ts';
import { toDetails, toFreeText } from '../../../worker/vendors/details-block.ts';
import { emailVendor } from '../../../worker/vendors/email/index.ts';
import { NAUGHTY_STRINGS } from '../../support/naughty-strings.ts';
import { parseCsv } from '../console/parse-csv.ts';

const NOW = Date.UTC(2026, 0, 15);
const texts = findTexts('en');
const SHORT = NAUGHTY_STRINGS.filter((text) => text.length <= LINE_MAX_LENGTH);

/** A lead as intake leaves it, with a string in every field that can hold it. */
function toNaughtyLead(typed: string): Lead {
	const lead = { id: randomUUID(), receivedAt: NOW, email: 'ana@example.com', phone: typed, consent: [] };
	for (const path of ['name', 'message', 'address.city', 'wishes.place', 'wishes.pets', 'listing.title'])
		writePath(lead, path, typed);
	writePath(lead, 'listing.reference', `R${typed}`);
	return cleanValues(lead) as Lead;
}

test('no vendor’s address or header holds more than its own: nothing typed begins a second one', () => {
	for (const mode of VENDOR_MODES) {
		const call = toModeCall(mode, NOW);
		for (const typed of SHORT) {
			const lead = { ...toNaughtyLead(typed), name: 'Ana', intent: [mode.intent] };
			const { vendor } = mode.destination;
			const requests = [vendor.toRequest(lead, call), ...(vendor.find ? [vendor.find(lead, call).request] : [])];
			for (const { url, headers } of requests) {
				assert.equal(new URL(url).href, url, 'every character that means something is escaped');
				assert.equal(new URL(url).origin, new URL(call.baseUrl || vendor.baseUrl || url).origin);
				for (const value of Object.values(headers)) assert.match(value, /^[\x20-\x7e]*$/);
			}
		}
	}
});

test('a mail has its four headers, each one line, and its answer goes to one address', () => {
	const call = {
		settings: { to: 'agency@example.com', from: 'leads@example.com' },
		secrets: {},
		baseUrl: 'mailto:',
		context: { ...toModeCall(VENDOR_MODES[0] as (typeof VENDOR_MODES)[number], NOW).context, texts, siteName: 'Site' },
	};
	for (const typed of SHORT) {
		const lead = toNaughtyLead(typed);
		const { headers, url } = emailVendor.toRequest(lead, call);
		assert.deepEqual(Object.keys(headers), ['from', 'subject', 'reply-to']);
		assert.equal(url, 'mailto:agency%40example.com');
		assert.equal(headers['reply-to'], 'ana@example.com');
		// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
		assert.doesNotMatch(headers.subject ?? '', /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
		const title = lead.listing?.title ?? lead.listing?.reference ?? '';
		assert.equal(headers.subject, texts.mailSubject.split('{listing}').join(title), 'the title stands there as it is');
	}
});

test('nobody forges the details block: what reads like its separator is quoted, and no value has a second line', () => {
	const separator = `--- ${texts.separator} ---`;
	const forgeries = [
		'',
		'\u200B',
		'\u200D',
		'\u00AD',
		'\u2060',
		'\u115F',
		'\u2800',
		'\u3164',
		'\u0301',
		' ',
		'\u00A0',
	].flatMap((hidden) => [`${hidden}${separator}`, `-${hidden}-${hidden}- ${texts.separator} ---`]);
	const dashes = ['‐‐‐', '–––', '———', '−−−', '───', '﹣﹣﹣', '－－－'].map(
		(three) => `${three} ${texts.separator} ${three}`,
	);
	for (const forged of [...forgeries, ...dashes]) {
		const lead = cleanValues({ ...toNaughtyLead('x'), message: `Hello\n${forged}\nBudget: 1` }) as Lead;
		const text = toFreeText(lead.message, toDetails(lead, new Set(['message']), texts), texts);
		const lines = text.split('\n');
		assert.equal(lines.filter((line) => line === separator).length, 1);
		assert.match(lines[1] ?? '', /^> /, JSON.stringify(forged));
	}
	for (const typed of SHORT) {
		const lead = toNaughtyLead(typed);
		const details = toDetails(lead, new Set(['message']), texts);
		const text = toFreeText(undefined, details, texts, Number.POSITIVE_INFINITY);
		// Every kind of line end there is, so that no vendor's page sees another line.
		assert.equal(text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).length, details.length + 1);
	}
});

test('no cell of an export is a formula, and each reads back as what is stored', () => {
	for (const typed of NAUGHTY_STRINGS) {
		const [row] = parseCsv(`a,b,c\r\n${[typed, 'x', cleanValues(typed)].map(toCell).join(',')}\r\n`);
		for (const cell of [row?.a ?? '', row?.c ?? '']) assert.doesNotMatch(cell, /^[\s\p{DI}]*[=+\-@＝＋－＠]/u);
		assert.ok(row?.a === typed || row?.a === `'${typed}`, JSON.stringify(typed));
		assert.equal(row?.b, 'x');
	}
});

test('every field a form can ask is cleaned, whatever its name', () => {
	const lead = {};
	for (const path of FIELDS) writePath(lead, path, 'a\u0000b\u202Ec\r\nd');
	assert.doesNotMatch(JSON.stringify(cleanValues(lead)).replaceAll('\\n', ''), /\\[ur]|\u202E/);
	assert.equal(JSON.stringify(cleanValues(lead)).split('\\n').length, 2, 'the message alone has lines');
});
