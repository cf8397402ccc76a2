import type { Form } from './form.ts';
import type { TextKey } from './text-key.ts';

/** The texts a form needs before the visitor's first touch, and the one that says that nothing more can be had. */
const FIRST_TEXTS: TextKey[] = ['heading', 'about', 'prefill', 'optional', 'choose', 'send', 'sending', 'failed'];

/** The same of forms with several steps. */
const STEP_TEXTS: TextKey[] = ['next', 'progress'];

/**
 * What of a form goes inside a site's script: all that is seen before the visitor's first touch. The widget asks for the
 * whole form (`GET /v1/sites/:site/form`) when it is touched, while the part that checks and sends loads.
 */
export function toFirstForm(form: Form): Form {
	const [first, ...further] = form.steps;
	const keys = further.length ? [...FIRST_TEXTS, ...STEP_TEXTS] : FIRST_TEXTS;
	const fields = first?.fields.map(({ maxLength, ...seen }) => seen) ?? [];
	return {
		...form,
		steps: [{ ...first, id: 'contact', fields }, ...further.map(({ id }) => ({ id, fields: [] }))],
		consent: form.consent.map((consent) => ({ ...consent, wordingId: '', wordingHash: '' })),
		texts: Object.fromEntries(keys.map((key) => [key, form.texts[key]])),
	};
}

/** Whether a form is whole: the thank-you is never in the first part. */
export function isWhole({ texts }: Form): boolean {
	return texts.sentTitle !== undefined;
}
