import type { Form } from '../../contract/form.ts';
import type { TextKey } from '../../contract/text-key.ts';
import { say } from './kit.ts';

/** Says how many answers need a look, in the plural form the language wants (CLDR, through Intl). */
export function sayCount(form: Form, count: number): string | undefined {
	const category = new Intl.PluralRules(form.language).select(count);
	const values = { count: String(count) };
	return say(form, `summary.${category}` as TextKey, values) ?? say(form, 'summary.other', values);
}

/** Says what is wrong with an answer. A code newer than this widget gets the most general words. */
export function sayIssue(form: Form, code: string | undefined): string | undefined {
	return code && (say(form, `error.${code}` as TextKey) ?? say(form, 'error.wrong_type'));
}
