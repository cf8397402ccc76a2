import type { Form } from '../../contract/form.ts';
import type { Site } from '../site/define-site.ts';
import { findTexts } from '../texts/index.ts';
import { toForm } from './to-form.ts';

const forms = new WeakMap<Site, Map<string, Promise<Form>>>();

/**
 * A site's form in the wanted language, or in the site's where Doorstep doesn't speak the wanted one. Made once an
 * isolate: a site's settings don't change while the Worker runs.
 */
export function findForm(site: Site, wanted?: string): Promise<Form> {
	const texts = findTexts(wanted, site.language);
	const byLanguage = forms.get(site) ?? new Map<string, Promise<Form>>();
	forms.set(site, byLanguage);
	const form = byLanguage.get(texts.language) ?? toForm(site, texts);
	byLanguage.set(texts.language, form);
	return form;
}
