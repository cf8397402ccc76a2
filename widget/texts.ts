import type { Form } from '../contract/form.ts';
import type { TextKey } from '../contract/text-key.ts';

/**
 * Looks up a text of the form by its code and puts values in the place of `{name}`. Codes are turned into words
 * only when rendered, so that a change of language changes every word on the screen.
 * @returns the words; nothing where the form has none for the code
 */
export function say(form: Form, key: TextKey, values: Record<string, unknown> = {}): string | undefined {
	return form.texts[key]?.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
