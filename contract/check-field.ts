import type { Form, FormField } from './form.ts';
import type { Issue, IssueCode } from './problem.ts';

/**
 * The rules of single answers, run by the widget while a visitor types and by the Worker when the lead
 * arrives: one home, so that what the form lets through the Worker takes.
 */

/**
 * Whether a string has the shape of an e-mail address: something, an @, a dotted domain. Wider than the HTML
 * standard's pattern (https://html.spec.whatwg.org/#valid-e-mail-address) in that it takes international
 * addresses (RFC 6531), and narrower in that it wants a dot in the domain. Whether it exists nobody can tell here.
 */
export function looksLikeEmail(value: string): boolean {
	return /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/u.test(value);
}

/** An answer before it is sent: text, a number, several options, or nothing yet. */
export type Answer = string | number | readonly string[] | undefined;

/** Whether a visitor has answered at all. Blanks are no answer; the number 0 is one. */
export function isAnswered(value: Answer): boolean {
	if (typeof value === 'string') return value.trim() !== '';
	if (typeof value === 'number') return !Number.isNaN(value);
	return !!value?.length;
}

/**
 * Checks one answer against its field.
 * @returns the code of what is wrong, or nothing. Phone numbers are only checked for being there: whether one
 * is possible needs phone metadata, which each side brings by itself.
 */
export function checkField(field: FormField, value: Answer): IssueCode | undefined {
	if (!isAnswered(value)) return field.required ? 'required' : undefined;
	if (typeof value === 'string') {
		if (field.maxLength !== undefined && value.length > field.maxLength) return 'too_long';
		if (field.kind === 'email' && !looksLikeEmail(value.trim())) return 'invalid_email';
	}
	if (typeof value === 'number') {
		if (field.min !== undefined && value < field.min) return 'too_small';
		if (field.max !== undefined && value > field.max) return 'too_large';
	}
	return undefined;
}

/**
 * Checks the groups of which at least one field must be answered.
 * @param answerOf reads the answer of a field by its name
 * @returns one issue per empty group, on the group's first field
 */
export function checkGroups(form: Pick<Form, 'anyOf'>, answerOf: (name: string) => Answer): Issue[] {
	return form.anyOf
		.filter((group) => !group.some((name) => isAnswered(answerOf(name))))
		.map((group) => ({ field: group[0] as string, code: 'contact_required' as const }));
}

/** Whether a field is asked, given the other answers. */
export function isAsked(field: FormField, answerOf: (name: string) => Answer): boolean {
	if (!field.when) return true;
	const answer = answerOf(field.when.field);
	const given = Array.isArray(answer) ? answer : [String(answer ?? '')];
	return field.when.is.some((value) => given.includes(value));
}
