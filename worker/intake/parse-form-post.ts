import { CONSENT_PURPOSES, CONTEXT_FIELDS, FIELDS } from '../../contract/field.ts';
import type { Form } from '../../contract/form.ts';
import { writePath } from '../../contract/path.ts';

const LISTS = new Set<string>(['intent', 'wishes.types', 'wishes.amenities']);
const NUMBERS =
	/^(wishes\.(price|bedrooms|rooms|bathrooms|area)(Min|Max)|wishes\.(lotArea|floors|parking|leaseMonths|latitude|longitude|occupants)|listing\.(price|bedrooms|bathrooms|area))$/;
const PATHS = new Set<string>([...FIELDS, ...CONTEXT_FIELDS]);

/**
 * Turns a plain HTML form's answers (names are field names, `consent.contact=on` for a consent) into the shape the
 * JSON door takes. Names that are no fields are passed on, so that the schema refuses them.
 * @param form names the wordings that the ticked boxes stood for
 */
export function parseFormPost(post: URLSearchParams, form: Form): Record<string, unknown> {
	const lead: Record<string, unknown> = {};
	for (const name of new Set(post.keys())) {
		const values = post.getAll(name).filter((value) => value.trim() !== '');
		if (values.length === 0 || name.startsWith('consent.')) continue;
		if (!PATHS.has(name)) lead[name] = values[0];
		else if (LISTS.has(name)) writePath(lead, name, values);
		else if (NUMBERS.test(name)) writePath(lead, name, toNumber(values[0] as string));
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

/** A number as typed into a number input; anything else stays as it is, for the schema to refuse. */
function toNumber(value: string): number | string {
	const number = Number(value.trim());
	return Number.isFinite(number) ? number : value;
}
