import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { FIELDS } from '../../../contract/field.ts';
import type { Lead } from '../../../contract/lead.ts';
import { readPath } from '../../../contract/path.ts';
import type { VendorMode } from '../../../scripts/vendor-modes.ts';
import { findTexts } from '../../../worker/texts/index.ts';
import type { Texts } from '../../../worker/texts/texts.ts';
import { MAXWORK_ATTRIBUTES, PLACES } from './vendor-places.ts';

/** Whether a member of the body holds the value at `path` in a documented form. */
function isInField(mode: string, path: string, lead: Lead, body: object): boolean {
	const value = readPath(lead, path);
	if (mode === 'webhook') return isDeepStrictEqual(readPath(body, `data.lead.${path}`), value);
	return (PLACES[mode]?.[path] ?? []).some(([member, form]) => {
		if (member === 'fullName') {
			return `${readPath(body, 'firstName')} ${readPath(body, 'lastName')}` === value;
		}
		const held = readPath(body, member);
		if (member === 'Listing_Attributes') {
			return (value as string[]).every((name) =>
				(held as string[] | undefined)?.includes(MAXWORK_ATTRIBUTES[name] ?? '?'),
			);
		}
		const wanted = form(value as never, lead);
		return held !== undefined && wanted !== undefined && isDeepStrictEqual(held, wanted);
	});
}

/** The rows a value has in a details block, in the words of the block's language. */
function toRows(path: string, lead: Lead, texts: Texts): string[] {
	const value = readPath(lead, path);
	const label = (texts.labels as Record<string, string>)[path];
	if (path === 'consent') {
		return (lead.consent ?? []).map(({ purpose, given, wordingId }) => {
			const when = new Date(lead.receivedAt).toISOString();
			const answer = [given ? texts.values.yes : texts.values.no, wordingId, when].filter(Boolean).join(' · ');
			return `${label} (${texts.values[`purpose.${purpose}`]}): ${answer}`;
		});
	}
	const key = path.slice(path.lastIndexOf('.') + 1);
	const options = texts.values as Record<string, string | undefined>;
	const words = [value].flat().map((item) => options[`${key}.${item}`] ?? String(item));
	return [`${label}: ${words.join(', ')}`];
}

/** The member with the vendor's free text. */
const FREE_TEXT: Record<string, string> = {
	maxwork: 'Message',
	propexo: 'notes',
	lofty: 'content',
	easybroker: 'message',
	apimo: 'message',
	webhook: 'data.summary',
};

/** Everything a visitor can type or choose, and what proves where it belongs. */
export const VISITOR_PATHS = [
	...FIELDS.filter((path) => path !== 'message'),
	'consent',
	'id',
	'listing.reference',
	'listing.propertyId',
	'listing.unit',
];

/** Dashes of any kind, three in a row, with nothing to be seen before or between them. */
const LIKE_SEPARATOR = /^[\s\p{DI}\p{Cf}\p{M}\u2800]*(?:[\p{Pd}\u2212\u2500\u2501][\s\p{DI}\p{Cf}\p{M}\u2800]*){3}/u;

/** What the visitor wrote, as the free text begins with it: a line that looks like the separator is quoted. */
function toOwnWords(message: string): string {
	return message
		.split('\n')
		.map((line) => (LIKE_SEPARATOR.test(line) ? `> ${line}` : line))
		.join('\n');
}

/** Says which values of the lead are nowhere in the payload. */
export function findLost(mode: VendorMode, lead: Lead, body: object): string[] {
	const texts = findTexts(mode.language);
	const free = String(readPath(body, FREE_TEXT[mode.destination.vendor.name] as string) ?? '');
	const separator = `--- ${texts.separator} ---`;
	const lines = free.split('\n');
	const at = lines.indexOf(separator);
	assert.equal(lines.lastIndexOf(separator), at, 'nobody can forge a second block');
	const rows = new Set(at < 0 ? [] : lines.slice(at + 1));
	const lost: string[] = VISITOR_PATHS.filter((path) => readPath(lead, path) !== undefined)
		.filter((path) => !isInField(mode.id, path, lead, body))
		.filter((path) => !toRows(path, lead, texts).every((row) => rows.has(row)));
	const own = at < 0 ? free : lines.slice(0, at).join('\n');
	if (lead.message !== undefined && own.trimEnd() !== toOwnWords(lead.message).trimEnd()) lost.push('message');
	return lost;
}
