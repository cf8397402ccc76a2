import { CONTEXT_FIELDS, type ContextName, FIELDS, type FieldName } from '../../contract/field.ts';
import type { Lead } from '../../contract/lead.ts';
import { readPath } from '../../contract/path.ts';
import type { Texts } from '../texts/texts.ts';

/**
 * The details block: everything a vendor has no field for, as plain text under the visitor's message.
 * One `Label: value` a line, in the site's language and in canonical order, so that nothing a visitor typed
 * is lost (mapping.md, "Details block").
 */

/** A row of the block: the path in the lead it speaks for, and label and value in words. */
export interface Detail {
	path: string;
	label: string;
	value: string;
}

/** Longest free text sent to a vendor, in UTF-16 code units; what a careful Lofty client uses. */
export const FREE_TEXT_MAX_LENGTH = 2000;

/** Every path of a lead that a payload must account for, in the block's order. */
export const DETAIL_PATHS: readonly (FieldName | ContextName)[] = [
	...FIELDS.filter((name) => name !== 'message'),
	...CONTEXT_FIELDS,
];

/**
 * A line that reads like the separator: three dashes of any kind, with nothing before or between them that can be seen (blanks,
 * characters that are not shown, marks without a letter, the empty Braille pattern).
 */
const LIKE_SEPARATOR = /^[\s\p{DI}\p{Cf}\p{M}\u2800]*(?:[\p{Pd}\u2212\u2500\u2501][\s\p{DI}\p{Cf}\p{M}\u2800]*){3}/u;

/** Rows that may be left out when the text grows too long: what no visitor typed and no proof needs. */
const EXPENDABLE = /^(attribution|language|phoneCountry|listing\.(?!reference|propertyId|unit))/;

/**
 * The rows for every path of the lead that the vendor's fields did not take.
 * @param taken paths that the payload carries whole; what was cut, rounded or converted is not taken
 */
export function toDetails(lead: Lead, taken: ReadonlySet<string>, texts: Texts): Detail[] {
	const details: Detail[] = [];
	for (const path of DETAIL_PATHS) {
		if (taken.has(path)) continue;
		const value = readPath(lead, path);
		if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
		if (path === 'consent') details.push(...toConsentDetails(lead, texts));
		else details.push({ path, label: texts.labels[path], value: toWords(path, value, texts) });
	}
	return details;
}

/** One row a consent: the purpose, the answer, the wording it answers, and when. */
function toConsentDetails(lead: Lead, texts: Texts): Detail[] {
	return (lead.consent ?? []).map((consent) => ({
		path: 'consent',
		label: `${texts.labels.consent} (${texts.values[`purpose.${consent.purpose}`]})`,
		value: [
			consent.given ? texts.values.yes : texts.values.no,
			consent.wordingId,
			new Date(lead.receivedAt).toISOString(),
		]
			.filter(Boolean)
			.join(' · '),
	}));
}

/** A value as a person reads it: options by their label, lists with commas, numbers as typed. */
function toWords(path: string, value: unknown, texts: Texts): string {
	if (Array.isArray(value)) return value.map((item) => toWords(path, item, texts)).join(', ');
	const key = path.slice(path.lastIndexOf('.') + 1);
	return (texts.values as Partial<Record<string, string>>)[`${key}.${value}`] ?? String(value);
}

/** Says why a lead comes by a site's second way. */
export function toLateNote(lateAt: string, texts: Texts): string {
	return texts.lateNote.replace('{destination}', () => lateAt);
}

/**
 * The vendor's free text: the visitor's message first, then the block, so that a vendor which cuts long text
 * cuts ours. A line of the message that looks like the separator is quoted (`> `): nobody can forge a row.
 * When the whole would pass `maxLength`, expendable rows are left out from the bottom; what a visitor typed
 * and the consents always stay.
 */
export function toFreeText(
	message: string | undefined,
	details: readonly Detail[],
	texts: Texts,
	maxLength: number = FREE_TEXT_MAX_LENGTH,
): string {
	const separator = `--- ${texts.separator} ---`;
	const own = (message ?? '')
		.replace(/\r\n?/g, '\n')
		.split('\n')
		.map((line) => (LIKE_SEPARATOR.test(line) ? `> ${line}` : line))
		.join('\n');
	if (details.length === 0) return own;
	const rows = details.map(({ path, label, value }) => ({
		path,
		line: `${label}: ${value.replace(/\s*[\r\n]+\s*/g, ' / ')}`,
	}));
	const join = () => [...(own ? [own, ''] : []), separator, ...rows.map((row) => row.line)].join('\n');
	while (join().length > maxLength) {
		const last = rows.findLastIndex((row) => EXPENDABLE.test(row.path));
		if (last < 0) break;
		rows.splice(last, 1);
	}
	return join();
}
