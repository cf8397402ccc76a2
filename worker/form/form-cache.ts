import type { Form } from '../../contract/form.ts';
import type { Site } from '../site/define-site.ts';
import type { Environment } from '../site/secret.ts';
import { loadTexts } from '../texts/load-texts.ts';
import { findLanguage } from '../texts/texts.ts';
import { toForm } from './to-form.ts';

const forms = new WeakMap<Site, Map<string, Form>>();

/** Which of a site's forms is wanted. What is absent, or not known here, is the site's own. */
export interface WantedForm {
	/** BCP 47. */
	lang?: string | undefined;
	/** `contact` or `qualify`. */
	mode?: string | undefined;
}

/**
 * A site's form in the wanted language and mode. Made once an isolate: a site's settings don't change while the Worker
 * runs.
 */
export async function findForm(site: Site, env: Environment, { lang, mode }: WantedForm = {}): Promise<Form> {
	const language = findLanguage(lang, site.language);
	const asked = mode === 'contact' || mode === 'qualify' ? mode : site.form.mode;
	const key = `${language} ${asked}`;
	const known = forms.get(site) ?? new Map<string, Form>();
	forms.set(site, known);
	const form = known.get(key);
	if (form) return form;
	const texts = await loadTexts(language, env);
	const made = await toForm(site, texts, asked);
	// What stands in for texts that could not be loaded is not remembered under their name.
	if (texts.language !== language) return made;
	const first = known.get(key) ?? made;
	known.set(key, first);
	return first;
}
