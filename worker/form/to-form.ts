import type { FieldName } from '../../contract/field.ts';
import type { Form, FormConsent, FormField, FormStep } from '../../contract/form.ts';
import { sha256 } from '../intake/hash.ts';
import type { Site } from '../site/define-site.ts';
import type { Language, Texts } from '../texts/texts.ts';
import { toField } from './to-field.ts';

/**
 * What a site's form asks, in one language: what its vendors require is required, what they can use is asked in
 * `qualify` mode, and the site's own settings have the last word.
 */
export async function toForm(site: Site, texts: Texts): Promise<Form> {
	const needs = site.deliverTo.map(({ vendor, settings }) => vendor.fields(settings));
	const required = new Set<FieldName>([...needs.flatMap((need) => need.required), ...(site.form.require ?? [])]);
	const anyOf = unique(needs.flatMap((need) => need.anyOf)).filter(
		(group) => !group.some((name) => required.has(name)),
	);
	const omitted = new Set(site.form.omit ?? []);
	const toFields = (names: readonly FieldName[]): FormField[] =>
		[...new Set(names)]
			.filter((name) => !omitted.has(name))
			.map((name) => toField(name, { required: required.has(name), site, texts }));

	const names: FieldName[] =
		required.has('firstName') || required.has('lastName') ? ['firstName', 'lastName'] : ['name'];
	const steps: FormStep[] = [
		{ id: 'contact', fields: toFields([...names, 'email', 'phone', ...(site.form.ask ?? []), 'message']) },
	];
	return {
		site: site.id,
		language: texts.language,
		direction: texts.direction,
		country: site.country,
		currency: site.currency,
		mode: site.form.mode,
		steps,
		anyOf,
		consent: await Promise.all(site.form.consent.map((consent) => toConsent(consent, site, texts.language))),
		texts: texts.widget,
		...(site.agent && { agent: site.agent }),
	};
}

async function toConsent(
	consent: Site['form']['consent'][number],
	site: Site,
	language: Language,
): Promise<FormConsent> {
	const text = consent.text[language] ?? (consent.text[site.language] as string);
	const { purpose, required, wordingId } = consent;
	return { purpose, required, text, wordingId, wordingHash: await sha256(text) };
}

function unique(groups: FieldName[][]): FieldName[][] {
	return [...new Map(groups.map((group) => [group.join(), group])).values()];
}
