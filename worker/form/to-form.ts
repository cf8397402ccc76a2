import type { FieldName } from '../../contract/field.ts';
import type { Form, FormConsent, FormField } from '../../contract/form.ts';
import { sha256 } from '../intake/hash.ts';
import type { Site } from '../site/define-site.ts';
import type { Language, Texts } from '../texts/texts.ts';
import { toAskedFields } from './asked-fields.ts';
import { toField } from './to-field.ts';
import { toSteps } from './to-steps.ts';

/**
 * A site's form in one language: the contact step, the further steps of `qualify` mode, the consents and all words.
 * @param mode another than the site's own where a page wants that: `qualify` adds the steps that the vendors can use,
 *   `contact` leaves all but the first step away
 */
export async function toForm(site: Site, texts: Texts, mode: Form['mode'] = site.form.mode): Promise<Form> {
	// The first step is the same with and without those that follow, so the widget may leave them away by itself.
	const whole = mode === 'qualify' ? { ...site, form: { ...site.form, mode } } : site;
	const { contact, further, required, anyOf, intents, conditionOf } = toAskedFields(whole);
	const toFields = (names: readonly FieldName[]): FormField[] =>
		names.map((name) => {
			const when = conditionOf(name);
			return { ...toField(name, { required: required.has(name), site, texts, intents }), ...(when && { when }) };
		});
	return {
		site: site.id,
		language: texts.language,
		direction: texts.direction,
		country: site.country,
		currency: site.currency,
		mode,
		steps: [
			{ id: 'contact', fields: toFields(contact) },
			...(mode === 'qualify' ? toSteps(toFields(further), texts) : []),
		],
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
