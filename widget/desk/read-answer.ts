import type { Answer } from '../../contract/check-field.ts';
import type { FormField } from '../../contract/form.ts';
import { parseAmount } from '../../contract/parse-amount.ts';

/** What stands in a field's inputs, as typed or chosen. */
export type Typed = string | string[];

/** Reads a field from the form's native inputs, where autofill and password managers write too. */
export function readTyped(form: HTMLFormElement, { name, kind }: FormField): Typed {
	const data = new FormData(form);
	return kind === 'chips' ? (data.getAll(name) as string[]) : ((data.get(name) as string | null) ?? '');
}

/**
 * Turns what was typed into the answer.
 * @returns numbers for `number` and `money` fields; one that can't be read stays the text it is
 */
export function toAnswer({ kind }: FormField, typed: Typed | undefined): Answer {
	if (typeof typed !== 'string' || (kind !== 'number' && kind !== 'money')) return typed;
	const amount = parseAmount(typed);
	return Number.isNaN(amount) ? typed : amount;
}
