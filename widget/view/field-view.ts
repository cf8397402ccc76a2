import type { FormField } from '../../contract/form.ts';
import type { Typed } from '../answers/read-answer.ts';

/** Everything needed to render one field, all in words. */
export interface FieldView {
	field: FormField;
	/** What an untouched input starts with. */
	initial: Typed | undefined;
	/** The word for fields that may stay empty; nothing where this one may not, or one of its group may not. */
	optional: string | undefined;
	/** What is wrong. */
	error: string | undefined;
	/** The answer read back in a clearer form, such as a phone number with its country. */
	display: string | undefined;
	/** The first, empty option of a list. */
	choose: string | undefined;
}

/** The id of a field's input, unique within one shadow root. */
export function toInputId(name: string): string {
	return `input-${name}`;
}

/** The ids of what describes an input (WCAG 1.3.1, 3.3.1), in the order in which they are to be read. */
export function toDescription({ field, error, display }: FieldView): string | undefined {
	const id = toInputId(field.name);
	const ids = [field.hint && `${id}-hint`, display && `${id}-display`, error && `${id}-error`].filter(Boolean);
	return ids.length ? ids.join(' ') : undefined;
}
