import type { Form } from '../../../contract/form.ts';
import { en } from '../../../worker/texts/en.ts';
import { es } from '../../../worker/texts/es.ts';

const TEXTS = { en, es };

/** A contact form as the Worker would make it, with its real texts. */
export function makeForm(site: string, language: 'en' | 'es' = 'en', changes: Partial<Form> = {}): Form {
	const { labels, widget } = TEXTS[language];
	return {
		site,
		language,
		direction: 'ltr',
		country: 'MX',
		currency: 'MXN',
		mode: 'contact',
		steps: [
			{
				id: 'contact',
				fields: [
					{ name: 'name', kind: 'text', label: labels.name, required: true, maxLength: 200 },
					{ name: 'email', kind: 'email', label: labels.email, maxLength: 254 },
					{ name: 'phone', kind: 'tel', label: labels.phone, maxLength: 40 },
					{ name: 'message', kind: 'textarea', label: labels.message, maxLength: 5000 },
				],
			},
		],
		anyOf: [['email', 'phone']],
		consent: [
			{
				purpose: 'contact',
				required: true,
				text: 'The agency may contact me about this home.',
				wordingId: 'contact-1',
				wordingHash: 'a'.repeat(64),
			},
		],
		texts: widget,
		...changes,
	};
}
