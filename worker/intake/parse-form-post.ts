import { CONSENT_PURPOSES, CONTEXT_FIELDS, FIELDS } from '../../contract/field.ts';
import type { Form } from '../../contract/form.ts';
import { LINE_MAX_LENGTH } from '../../contract/limits.ts';
import { parseAmount } from '../../contract/parse-amount.ts';
import { writePath } from '../../contract/path.ts';
import { PLAIN_PROOF_NAMES } from '../screen/plain-proof.ts';
import { groupValues } from './group-values.ts';

const LISTS = new Set<string>(['intent', 'wishes.types', 'wishes.amenities']);
const NUMBERS =
	/^(wishes\.(price|bedrooms|rooms|bathrooms|area)(Min|Max)|wishes\.(lotArea|floors|parking|leaseMonths|latitude|longitude|occupants)|listing\.(price|bedrooms|bathrooms|area))$/;
const PROOFS = new Map(Object.entries(PLAIN_PROOF_NAMES).map(([key, name]) => [name as string, `proof.${key}`]));
const PATHS = new Set<string>([...FIELDS, ...CONTEXT_FIELDS]);

/**
 * Turns a plain HTML form's answers (names are field names, `consent.contact=on` for a consent) into the shape the
 * JSON door takes. Names that are no fields are passed on, so that the schema refuses them.
 * @param form names the wordings that the ticked boxes stood for
 */
export function parseFormPost(post: URLSearchParams, form: Form): Record<string, unknown> {
	// Without a prototype, so that a field called __proto__ is a field, and refused like any other stranger.
	const lead: Record<string, unknown> = Object.create(null);
	for (const [name, all] of groupValues(post)) {
		const values = all.filter((value) => value.trim() !== '');
		if (values.length === 0 || name.startsWith('consent.')) continue;
		const proof = PROOFS.get(name);
		if (proof) writePath(lead, proof, values[0]);
		else if (!PATHS.has(name)) lead[name] = values[0];
		else if (LISTS.has(name)) writePath(lead, name, values);
		else if (NUMBERS.test(name)) writePath(lead, name, toNumber(name, values[0] as string));
		else writePath(lead, name, values[0]);
	}
	const consent = CONSENT_PURPOSES.filter((purpose) => form.consent.some((asked) => asked.purpose === purpose)).map(
		(purpose) => {
			const asked = form.consent.find((one) => one.purpose === purpose);
			return {
				purpose,
				given: post.has(`consent.${purpose}`),
				wordingId: asked?.wordingId,
				wordingHash: asked?.wordingHash,
			};
		},
	);
	if (consent.length > 0) lead.consent = consent;
	return lead;
}

/** Wishes are written by people, `320.000` or `1,5`; places and what is known of the listing by machines. */
const TYPED = /^wishes\.(?!latitude|longitude)/;

/** The number that a text says; a text that says none, or is no line, stays as it is, for the schema to refuse. */
function toNumber(name: string, value: string): number | string {
	if (value.length > LINE_MAX_LENGTH) return value;
	const number = TYPED.test(name) ? parseAmount(value) : Number(value.trim());
	return Number.isFinite(number) ? number : value;
}
