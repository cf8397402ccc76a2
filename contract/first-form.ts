import type { Form, FormConsent } from './form.ts';
import type { TextKey } from './text-key.ts';

/** The texts a form needs before the visitor's first touch, and the one that says that nothing more can be had. */
const FIRST_TEXTS: TextKey[] = ['heading', 'about', 'prefill', 'optional', 'send', 'sending', 'failed'];

/** The same where the first step has a list to choose from. */
const SELECT_TEXTS: TextKey[] = ['choose'];

/** The same of forms with several steps. */
const STEP_TEXTS: TextKey[] = ['next', 'progress'];

/**
 * What of a form goes inside a site's script: all that is seen before the visitor's first touch. The widget asks for the
 * whole form (`GET /v1/sites/:site/form`) when it is touched, while the part that checks and sends loads.
 */
export function toFirstForm(form: Form): Form {
	const [first, ...further] = form.steps;
	const hasSelect = first?.fields.some(({ kind }) => kind === 'select');
	const keys = [...FIRST_TEXTS, ...(hasSelect ? SELECT_TEXTS : []), ...(further.length ? STEP_TEXTS : [])];
	const fields = first?.fields.map(({ maxLength, ...seen }) => seen) ?? [];
	// Numbers to call are shown by later parts only, which come with the whole form.
	const { phone, whatsapp, ...agent } = form.agent ?? {};
	return {
		...form,
		...(form.agent && { agent }),
		steps: [{ ...first, id: 'contact', fields }, ...further.map(() => ({ id: '', fields: [] }))],
		// What proves the words is sent by later parts only, too.
		consent: form.consent.map(({ wordingId, wordingHash, ...seen }) => seen as FormConsent),
		texts: Object.fromEntries(keys.map((key) => [key, form.texts[key]])),
	};
}

/** Whether a form is whole: the thank-you is never in the first part. */
export function isWhole({ texts }: Form): boolean {
	return texts.sentTitle !== undefined;
}
