import type { Lead } from '../../contract/lead.ts';
import { toBase64Url } from '../base64-url.ts';
import type { Environment } from '../site/secret.ts';
import { findGuardKey } from './guard-key.ts';

/**
 * Short keyed hashes by which the outbox knows words, people and stamps again without reading leads: 48 bits each, enough
 * among the few hundred leads that are compared.
 */
export interface LeadMarks {
	/** Of the e-mail address and of each phone number. */
	people: string[];
	/** Of the message and the listing together. */
	words: string;
	/** Of the message alone where it is long and the visitor's own; null otherwise. */
	text: string | null;
	/** The stamp's nonce; null without a genuine stamp. */
	stamp: string | null;
	/** Of the network it was sent from (/24, /48); null where that is not known, as beside Cloudflare. */
	from: string | null;
}

/** From how many letters on the same text from several people is worth a look: shorter ones are everybody's. */
const LONG_TEXT = 60;

/**
 * Makes a lead's marks.
 * @param prefill the message the form starts with, with `{listing}` in it: everybody's text, and nobody's
 * @param network whom it was sent from, as `toNetwork` gives it
 */
export async function markLead(
	lead: Lead,
	{
		env,
		site,
		prefill,
		stamp,
		network,
	}: {
		env: Environment;
		site: string;
		prefill: string | undefined;
		stamp: string | null;
		network?: string | undefined;
	},
): Promise<LeadMarks> {
	const key = await findGuardKey(env, 'marks');
	const mark = async (text: string) => {
		const bytes = new TextEncoder().encode(`${site} ${text}`);
		const hash = key ? await crypto.subtle.sign('HMAC', key, bytes) : await crypto.subtle.digest('SHA-256', bytes);
		return toBase64Url(new Uint8Array(hash, 0, 6));
	};
	const people = [
		lead.email && `email ${lead.email.toLowerCase()}`,
		lead.phoneE164 && `phone ${lead.phoneE164}`,
		lead.phone2E164 && `phone ${lead.phone2E164}`,
	].filter((person) => person !== undefined && person !== '');
	const { reference, propertyId, unit, url } = lead.listing ?? {};
	const listing = [reference ?? propertyId ?? url ?? '', unit ?? ''].join(' ');
	const text = toOwnText(lead.message, prefill, lead.listing);
	const [words, textMark, from, ...marked] = await Promise.all([
		mark(`words ${listing} ${toPlainWords(lead.message ?? '')}`),
		text === undefined ? null : mark(`text ${text}`),
		network === undefined ? null : mark(`network ${network}`),
		...people.map((person) => mark(person as string)),
	]);
	return { people: marked as string[], words, text: textMark, stamp, from };
}

/**
 * What of a message is the visitor's own, as it is compared with others': without the words the form began it with and
 * what it is about, and letters only, so that numbers and punctuation make no difference. Pure.
 * @returns undefined where that is too short to be anybody's in particular
 */
export function toOwnText(
	message: string | undefined,
	prefill: string | undefined,
	listing: Lead['listing'] = {},
): string | undefined {
	const given = [...(prefill?.split('{listing}') ?? []), listing.title ?? '', listing.reference ?? ''];
	const own = given
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.reduce((text, part) => text.replaceAll(part, ' '), message ?? '');
	const letters = own
		.toLowerCase()
		.replace(/[^\p{L}]+/gu, ' ')
		.trim();
	return letters.length < LONG_TEXT ? undefined : letters;
}

function toPlainWords(message: string): string {
	return message.toLowerCase().replace(/\s+/g, ' ').trim();
}
